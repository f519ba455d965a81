import { anyOf } from './purposes.ts';

/** What is no order, whatever else the page speaks of: a thing sent back, an application, a declaration, a tender. */
export const NEVER_ORDERS = anyOf(
  [
    '(?:start|request|register|create|begin) (?:a |your |my )?returns?|return (?:request|label|form)|rma|(?:retoure|rucksendung|ruckgabe) (?:anmelden|anfordern|beantragen|starten)|retourenlabel|retourenschein|demande(?:r)? (?:de |un )?retour|retourner (?:un|mon|votre) \\w+|(?:solicitar|solicitud de|tramitar) (?:la |una )?devolucion|(?:richiesta di|richiedi|effettua) (?:un |il )?reso|retour (?:aanmelden|aanvragen)|(?:zglos|formularz) zwrot\\w*|(?:solicitar|pedido de) (?:a )?devolucao|iade (?:talebi|formu)',
    '(?:submit|send) (?:my |your |the )?application|job application|bewerbung (?:absenden|einreichen)|(?:envoyer|deposer) ma candidature|enviar (?:mi |a )?candidatura|invia (?:la )?candidatura|(?:verstuur|verzend) sollicitatie|wyslij aplikacje',
    'tax return|taxpayer\\w*|steuererklarung|declaration (?:de|des) revenus|tender documents|invitation to tender|request for (?:proposals?|tenders?)|submit (?:my |your |the )?(?:survey|ticket|feedback|claim)|support ticket',
  ].join('|'),
  '반품 ?(?:신청|접수)|返品(?:申請|受付|フォーム)|退货申请|申请退货|退貨申請|申請退貨|заявлен\\S+ на возврат|입사 ?지원|エントリーフォーム|採用応募|入札',
);

/** Who travels: a ticket bears the name of the person, and no other. */
export const TRAVELLERS = anyOf(
  [
    'passengers?|(?:travell?ers?|adult|adulto|adulte|erwachsener|volwassene|adult[aoi]|dorosly|vuxen|voksen|voyageur|reisender|viajero) \\d+|travell?er (?:details|information|info)|who ?s (?:travell?ing|flying)',
    'reisenden?|passagiere|fluggast\\w*|pasajer[oa]s?|quien viaja|passagers?|qui voyage|(?:informations?|coordonnees) (?:des |du )?voyageurs?|passegger[oi]|passageir[oa]s?|passagiers|reizigers?|pasazer\\w*|passagerare|passagerer|matkustaja\\w*|cestujic\\w*|utasok?|pasager\\w*|yolcu\\w*|hanh khach|penumpang',
  ].join('|'),
  '탑승객|탑승자|搭乗者|乗客|乘机人|乘客|旅客|пассажир|пасажир|επιβατ|المسافر|الركاب|נוסע|ผู้โดยสาร|यात्री',
);

/** What a form that asks for a mail address alone says of itself. */
export const NEWSLETTER = anyOf(
  'newsletters?|subscribe|mailing list|infolettre|nieuwsbrief|nyhetsbrev\\w*|nyhedsbrev\\w*|uutiskirje\\w*|newsletter\\w*|hirlevel\\w*|bulten\\w*|boletin',
  '뉴스레터|メルマガ|ニュースレター|рассылк|розсилк|订阅|訂閱|電子報|نشرة|ενημερωτικ',
);

/** What people ask of a firm that is no order, as headings, buttons, titles and addresses of pages say it. */
export const SERVICES = anyOf(
  [
    '(?:book|make|schedule|request|arrange|confirm) (?:an? |my |your )?(?:\\w+ )?(?:appointment|viewing|test drive|consultation|tour)|test drive|appointments?|termin (?:vereinbaren|buchen|anfragen)|termin(?:vereinbarung|vergabe|buchung)|probefahrt|(?:prendre|demander un|confirmer (?:le|mon)) rendez vous|(?:cita previa|pedir|reservar|solicitar) (?:una )?cita|prenota(?:re)? (?:un |una )?(?:appuntamento|visita)|afspraak maken|umow wizyte|boka tid|bestil tid|varaa aika|objednat se k lekari|idopontfoglalas|programare|randevu\\w*|dat lich|janji temu|agendar (?:consulta|visita)',
    '(?:see|get|compare) (?:my |your )?(?:rates|quotes?|price)|(?:car|home|life|auto|travel|health|pet) insurance|insurance quote|versicherung\\w*|beitrag berechnen|(?:\\w*verzekering)|premie berekenen|bereken (?:je |uw )?premie|assurance (?:auto|habitation|vie)|seguro de (?:coche|auto|vida|hogar)|assicurazione|ubezpieczeni\\w+|forsakring\\w*|forsikring\\w*|vakuutus\\w*|pojisteni|sigorta\\w*',
    '(?:begar|fa) offert|offertforfragan|skicka forfragan|(?:indhent|be om|fa) tilbud|tarjouspyynto|pyyda tarjous|preventivo|presupuesto|devis|orcamento|cotizacion|wycena|zapytanie ofertowe|poptavk\\w*|dopyt|arajanlat\\w*|cerere de oferta|teklif (?:al|iste)\\w*|bao gia',
    'survey|questionnaire|tell us what you think|umfrage|enquete|encuesta|sondaggio|ankieta|undersokning|sporgeskema|kysely|dotaznik|kerdoiv|chestionar|anket|pesquisa de satisfacao|khao sat|feedback form',
    '(?:reserve|save) (?:my|your|a) (?:spot|seat|place)|register to attend|reserva tu plaza|jetzt teilnehmen|volunteer\\w*|sign me up|ehrenamt\\w*|benevol(?:e|at)|voluntari\\w*|vrijwilliger\\w*|wolontari\\w*',
    'price (?:alert|drop|drops|watch)|tell me when|back in stock|preisalarm|preiswecker|alerte prix|alerta de precio|avviso prezzo|prijsalarm|stay (?:in the loop|in touch|informed|up to date)|keep me (?:posted|updated|informed)|be the first to know',
    'enter to win|giveaway|sweepstakes|prize draw|gewinnspiel\\w*|mitmachen und gewinnen|jeu concours|grand jeu|sorteo|concorso|winactie|konkurs\\w*|tavling\\w*|konkurrence|arvonta|soutez|nyeremeny\\w*|cekilis\\w*|enrolments?|enrollment|admissions?|pupil \\w+|student (?:details|information)|open an? (?:\\w+ )?account|ouvrir un compte|abrir una cuenta|apri(?:re)? un conto|repair (?:request|form)|reparatur(?:auftrag|anmeldung|anfrage)\\w*|petitions?|could win|vinn|become a (?:stockist|dealer|partner|supplier)|report an? \\w+|complaints?|beschwerde|schaden melden|schadensmeldung|sinistre|siniestro|denuncia (?:di )?sinistro|reklamac\\w+|reklamation\\w*|reclamation|reclamacion',
    'ausschreibung\\w*|appel d ?offres|licitacion|gara d ?appalto|przetarg\\w*|careers?|job openings|stellenangebote?|recrutement|recruitment|empleo|lavora con noi|vacatures?|praca|kariera|rekrutacja|tuyen dung|ung tuyen|lowongan|is basvurusu',
    'register (?:your|my|a) (?:product|device|warranty)|warranty|garantieverlangerung|gerat registrieren|produkt registrieren|enregistrer (?:mon|votre) produit|registra(?:r)? (?:tu |il tuo |seu )?(?:producto|prodotto|produto)|garantiregistrering',
    'scrivici|escribenos|ecrivez nous|schrijf ons|pisz do nas|napiste nam|skriv til oss|skriv till oss|formulario de contacto|modulo (?:di )?contatt\\w+|formulaire de contact|contactformulier|kontaktskjema|kontaktni formular|arrange a viewing|request viewing',
  ].join('|'),
  '수리 ?(?:신청|접수)|a s 접수|이벤트 ?응모|修理(?:申込|依頼|受付)|懸賞|維修|报修|報修|抽奖|抽獎|상담 ?신청|견적|설문|진료 ?예약|방문 ?예약|시승|정품 ?등록|보증 ?등록|참가 ?신청|자원 ?봉사|アンケート|見積|試乗|来店予約|診療予約|保証登録|製品登録|ユーザー登録|採用|预约挂号|试驾|試駕|报价|報價|询价|詢價|问卷|問卷|保修登记|报名|報名|求职|履歷|简历|志愿者|наити магазин|ближайш\\S+ магазин|ваканс|опрос|запис\\S+ на (?:прием|консультац|тест)|знаити магазин|تواصل معنا|راسلنا|وظايف|حجز موعد|استبيان|צרו קשר|דרושים|קביעת תור|ραντεβου|βιογραφικ|สมัครงาน|นัดหมาย|แบบสอบถาม|संपर्क करें',
);

/** What labels ask for that no parcel and no payment needs. */
export const SERVICE_FIELDS = anyOf(
  'patients?(?: \\w+){0,3}|passport(?: \\w+){0,2}|serial (?:number|no)|date of purchase|license plate|licence plate|resume|curriculum vitae|cv|seriennummer|kaufdatum|krankenkasse|kenteken|kennzeichen|numero de (?:serie|pasaporte)|numero di serie|curriculum|numer seryjny|serienummer|date d ?achat',
  '시리얼|序號|序列号|여권 ?번호|パスポート番号|护照|護照|シリアル番号|製造番号|паспорт|серииныи номер',
);
