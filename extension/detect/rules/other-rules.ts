import type { Rule } from './rule.ts';

/** What a control may be instead: these win over delivery and card words, so that nothing is filled there. */
export const OTHER_RULES: readonly Rule[] = [
  {
    token: 'none',
    meaning: 'username',
    words: {
      en: 'username|user name|user id|userid|login|login name|login id|screen name|nickname|nick|display name|member id|email or username|username or email|account name|handle|choose a username|user|member name|display|email or phone|phone or email|email or phone number|phone number or email|email or mobile number|mobile number or email|pen name|profile name|alias|username or email address|email username|desired username|email address or username|phone number username or email',
      de: 'benutzername|nutzername|anmeldename|benutzer|mitgliedsname|spitzname|benutzername oder e mail',
      fr: 'nom dutilisateur|identifiant|pseudo|pseudonyme|login',
      es: 'nombre de usuario|usuario|apodo|nick',
      it: 'nome utente|utente',
      nl: 'gebruikersnaam|gebruiker|bijnaam',
      pt: 'nome de utilizador|nome de usuario|usuario|utilizador',
      pl: 'nazwa uzytkownika|login|uzytkownik|pseudonim',
      sv: 'anvandarnamn|smeknamn|anvandare',
      da: 'brugernavn|bruger',
      no: 'brukernavn|bruker',
      fi: 'kayttajatunnus|kayttajanimi|nimimerkki',
      cs: 'uzivatelske jmeno|prezdivka|prihlasovaci jmeno|uzivatelske meno',
      ko: '아이디|닉네임|사용자 이름|사용자명|별명',
      ja: 'ユーザー名|ユーザid|ユーザーid|ログインid|ニックネーム|会員id',
      'zh-CN': '用户名|账号|昵称|帐号|用户',
      'zh-TW': '使用者名稱|帳號|暱稱|用戶名',
      ru: 'логин|имя пользователя|ник|никнеим|пользователь|псевдоним',
      tr: 'kullanici adi|takma ad|kullanici|rumuz',
      code: 'username|userid|user id|login|loginid|loginname|nickname|nick|screenname|displayname|user login|log|uname|~username|~loginname|~nickname|~screenname|~userid|~displayname|user|usr|member name|account name|~benutzername|pseudo',
    },
  },
  {
    token: 'none',
    meaning: 'password',
    words: {
      en: 'password|passcode|pin|pass phrase|passphrase|retype password|confirm password|new password|current password',
      de: 'passwort|kennwort', fr: 'mot de passe', es: 'contrasena|clave', it: 'parola dordine', nl: 'wachtwoord', pt: 'senha|palavra passe', pl: 'haslo', sv: 'losenord',
      da: 'adgangskode|kodeord', no: 'passord', fi: 'salasana', cs: 'heslo', ko: '비밀번호', ja: 'パスワード|暗証番号', 'zh-CN': '密码', 'zh-TW': '密碼', ru: 'пароль', tr: 'sifre|parola',
      code: 'password|passwd|pwd|pass|pin|~password|~passwd|~passwort',
    },
  },
  {
    token: 'none',
    meaning: 'one-time-code',
    words: {
      en: 'verification code|one time code|confirmation code|captcha|security question|security answer|access code|enter the code|code shown|enter code|security check|secret question|secret answer|auth code|authentication code|image code|validation code|type the characters|otp|challenge|enter the characters|enter the text',
      de: 'sicherheitsfrage|bestatigungscode|captcha', fr: 'code de confirmation|captcha', es: 'codigo de confirmacion|captcha', it: 'codice di conferma', ko: '인증번호|보안문자|자동등록방지',
      ja: '認証コード|画像認証', 'zh-CN': '验证码|校验码', 'zh-TW': '驗證碼|認證碼', ru: 'код с картинки|капча|код подтверждения|защитныи код с картинки|контрольныи вопрос', pl: 'kod z obrazka',
      code: 'captcha|otp|verification code|verificationcode|~captcha|~recaptcha|verifycode|securityanswer|securityquestion|onetimecode|security question|security answer|secret answer|secret question|auth code|~authcode|vcode|seccode verify|challenge|~verifycode|smscode',
    },
  },
  {
    token: 'none',
    meaning: 'search',
    words: {
      en: 'search|search for|keyword|keywords|find|find a store|find address|search term|zip or city',
      de: 'suche|suchen|suchbegriff', fr: 'recherche|rechercher', es: 'buscar|busqueda', it: 'cerca|ricerca', nl: 'zoeken|zoek', pt: 'pesquisar|buscar|pesquisa|procurar', pl: 'szukaj|wyszukaj',
      sv: 'sok', da: 'sog', no: 'sok', fi: 'haku|hae', cs: 'hledat|vyhledavani', ko: '검색', ja: '検索', 'zh-CN': '搜索|关键词', 'zh-TW': '搜尋|關鍵字', ru: 'поиск|наити', tr: 'ara|arama',
      code: 'search|query|keyword|keywords|~search|q|s|searchterm|searchbox|kw',
    },
  },
  {
    token: 'none',
    meaning: 'gift-card',
    words: {
      en: 'promo code|promotion code|promotional code|coupon|coupon code|discount code|voucher|voucher code|gift card|gift card number|gift card code|gift certificate|gift code|offer code|referral code|redeem|promo|discount|gift card or discount code|gift card pin|loyalty number|membership number|rewards number|frequent flyer number|serial number|purchase order number|po number|coupon number|promotion|invoice number|order number|reference number|customer number|account number|member number|gift message|card description|invitation code|invite code|source code|vip code|customer id|card nickname|student id|license number|registration number',
      de: 'gutschein|gutscheincode|rabattcode|aktionscode|geschenkkarte|kundennummer|gutscheinnummer', fr: 'code promo|code promotionnel|bon de reduction|carte cadeau|code avantage|numero de client', es: 'codigo promocional|cupon|codigo de descuento|tarjeta regalo', it: 'codice sconto|codice promozionale|buono|carta regalo|coupon',
      nl: 'kortingscode|cadeaukaart|actiecode|waardebon', pt: 'cupom|codigo promocional|vale presente|cupao', pl: 'kod rabatowy|kupon|bon podarunkowy|kod promocyjny', sv: 'rabattkod|presentkort|kampanjkod', da: 'rabatkode|gavekort|kampagnekode', no: 'rabattkode|gavekort', fi: 'alennuskoodi|lahjakortti|kampanjakoodi', cs: 'slevovy kod|darkovy poukaz|slevovy kupon',
      ko: '쿠폰|할인코드|상품권|기프트카드|프로모션 코드', ja: 'クーポン|ギフト券|プロモーションコード|割引コード', 'zh-CN': '优惠券|优惠码|礼品卡|促销码', 'zh-TW': '優惠券|優惠碼|禮品卡|折扣碼', ru: 'промокод|купон|подарочныи сертификат|подарочная карта', tr: 'indirim kodu|kupon|hediye karti|promosyon kodu',
      code: 'coupon|couponcode|promo|promocode|voucher|giftcard|gift card|discount|~coupon|~promocode|~giftcard|~giftcertificate|~voucher|discountcode|~discountcode|gift|referral|~referral|~giftcode|invite code|redeem|ponumber|po number',
    },
  },
  {
    token: 'none',
    meaning: 'birthday',
    words: {
      en: 'birthday|date of birth|birth date|dob|birth month|birth year|birth day|birthdate|day|age|dd|dd mm yyyy|mm dd yyyy|birth|year of birth|month of birth|day of birth|anniversary|date|mm dd',
      de: 'geburtsdatum|geburtstag|tag|geboren am|geburtsjahr', fr: 'date de naissance|naissance|jour|anniversaire', es: 'fecha de nacimiento|nacimiento|dia', it: 'data di nascita|nascita|giorno', nl: 'geboortedatum|dag', pt: 'data de nascimento|nascimento|dia', pl: 'data urodzenia|dzien|rok urodzenia', sv: 'fodelsedatum|personnummer|dag', da: 'fodselsdato|fodselsdag', no: 'fodselsdato|fodselsnummer', fi: 'syntymaaika|syntymapaiva', cs: 'datum narozeni|den', ko: '생년월일|생일', ja: '生年月日|誕生日', 'zh-CN': '生日|出生日期', 'zh-TW': '生日|出生日期', ru: 'дата рождения|день рождения|день|год рождения', tr: 'dogum tarihi|gun',
      code: 'birthday|birthdate|dob|bday|birth|birthyear|birthmonth|dateofbirth|age|~birthday|~birthdate|~birth|~dateofbirth|~geburt|dob day|day|~dob|date',
    },
  },
  {
    token: 'none',
    meaning: 'message',
    words: {
      en: 'message|comment|comments|your message|question|questions|notes|order notes|delivery instructions|special instructions|remarks|feedback|description|additional information|how can we help|inquiry|enquiry|review|details|your comment|instructions|how did you hear about us|how did you hear|reason|note|delivery notes|about me|about yourself|about you|bio|biography|signature text|tell us|interests|your question|message body|comments or questions|additional comments|where did you hear|heard about us|other',
      de: 'nachricht|kommentar|mitteilung|bemerkung|anmerkungen|bemerkungen|ihre nachricht|anmerkung', fr: 'message|commentaire|commentaires|votre message|remarques|instructions de livraison', es: 'mensaje|comentario|comentarios|notas|observaciones', it: 'messaggio|commento|note|commenti', nl: 'bericht|opmerking|opmerkingen|reactie', pt: 'mensagem|comentario|observacoes', pl: 'wiadomosc|komentarz|uwagi|tresc|tresc wiadomosci', sv: 'meddelande|kommentar', da: 'besked|kommentar|bemaerkninger', no: 'melding|kommentar', fi: 'viesti|kommentti|lisatiedot', cs: 'zprava|komentar|poznamka|vzkaz',
      ko: '메시지|배송메모|배송 메모|요청사항|배송 요청|문의', ja: 'メッセージ|備考|お問い合わせ|コメント', 'zh-CN': '留言|备注|评论|订单备注', 'zh-TW': '留言|備註|評論', ru: 'сообщение|комментарии|примечание|ваш вопрос|текст сообщения|отзыв|комментарии к заказу', tr: 'mesaj|yorum|not|aciklama|mesajiniz',
      code: 'message|comment|comments|msg|notes|remark|remarks|body|feedback|description|~message|~comment|question|~instructions|memo|about|bio|inquiry|~howdidyouhear|signature|interests',
    },
  },
  {
    token: 'none',
    meaning: 'subject',
    words: {
      en: 'subject|topic|title of message|title|job title|position|role|department|occupation|industry|profession|your title|headline|subject line', de: 'betreff|beruf|position|branche', fr: 'sujet|objet|fonction|profession|titre', es: 'asunto|cargo|profesion|puesto', it: 'oggetto|professione', nl: 'onderwerp|functie', pt: 'assunto|profissao|cargo', pl: 'temat|stanowisko', sv: 'amne|yrke', da: 'emne|stilling', no: 'emne', fi: 'aihe|ammatti', cs: 'predmet|pozice', ko: '제목|직업|직책', ja: '件名|職業|役職|部署', 'zh-CN': '主题|职位|职业|标题', 'zh-TW': '主旨|職稱|職業|標題', ru: 'тема|тема сообщения|должность|заголовок', tr: 'konu|meslek|unvan',
      code: 'subject|topic|jobtitle|job title|position|role|industry|occupation|title|~jobtitle|profession|job',
    },
  },
  {
    token: 'none',
    meaning: 'honorific',
    words: {
      en: 'salutation|prefix|suffix|gender|sex|mr mrs|honorific|title mr mrs|marital status|preferred language|language|nationality|time zone|timezone|ethnicity|currency|pronouns|citizenship|i am|education|hair color|height|weight|relationship', de: 'anrede|titel|geschlecht|sprache|namenszusatz|wahrung', fr: 'civilite|sexe|langue', es: 'tratamiento|sexo|genero|idioma', it: 'titolo|sesso|lingua', nl: 'aanhef|geslacht|taal', pt: 'tratamento|sexo|genero|idioma', pl: 'plec|zwrot|jezyk', sv: 'kon|titel|sprak', da: 'kon|sprog', no: 'kjonn|tittel|sprak', fi: 'sukupuoli|kieli', cs: 'pohlavi|osloveni|titul|jazyk', ko: '성별|언어', ja: '性別|敬称|言語', 'zh-CN': '性别|称谓|语言', 'zh-TW': '性別|稱謂|語言', ru: 'пол|обращение|язык', tr: 'cinsiyet|dil',
      code: 'salutation|prefix|suffix|gender|sex|honorific|language|nationality|timezone|currency|anrede|locale|lang|civilite|~gender|name prefix|name suffix|~salutation|~timezone|ethnicity|~nationality|maritalstatus|time zone',
    },
  },
  {
    token: 'none',
    meaning: 'url',
    words: {
      en: 'website|web site|url|homepage|web page|blog|your website|site|twitter|facebook|linkedin|skype|icq|aim|msn|yahoo|instagram|blog url|home page|website url|webpage|yahoo messenger|google talk|jabber', de: 'webseite|internetseite', fr: 'site web|site internet', es: 'sitio web|pagina web|web', it: 'sito web|sito', pt: 'site|pagina web', pl: 'strona www|strona internetowa|www', nl: 'website', sv: 'webbplats|hemsida', da: 'hjemmeside', no: 'nettsted|hjemmeside', fi: 'kotisivu|verkkosivu', cs: 'webova stranka|web', ko: '홈페이지|웹사이트', ja: 'ウェブサイト|ホームページ|サイト', 'zh-CN': '网址|网站', 'zh-TW': '網址|網站', ru: 'саит|веб саит', tr: 'web sitesi',
      code: 'url|website|homepage|web|blog|site|~website|www|twitter|facebook|linkedin|skype|icq|aim|msn|yim|~homepage|gtalk|jabber|instagram',
    },
  },
  {
    token: 'none',
    meaning: 'quantity',
    words: {
      en: 'quantity|qty|amount|price|size|color|colour|number of|donation amount|amount to be split|other amount|number of guests|guests|adults|children|rooms|check in|check out|arrival|departure|total|payment amount|shipping method|payment method|budget|from|to|number of people|delivery date|delivery time|sort by|items per page|product|item number|sku|model|nights|checkin|checkout|destination|flight number|number of employees|employees|width|year built|make|vehicle', de: 'menge|anzahl|betrag|grosse|farbe|zahlungsart|versandart|stuckzahl', fr: 'quantite|montant|taille|couleur|prix|mode de livraison', es: 'cantidad|importe|monto|talla|color|precio', it: 'quantita|importo|taglia|colore|prezzo', nl: 'aantal|bedrag|maat|kleur', pt: 'quantidade|valor|tamanho|cor', pl: 'ilosc|kwota|rozmiar|kolor|liczba', sv: 'antal|belopp|storlek', da: 'antal|belob|storrelse', no: 'antall|belop|storrelse', fi: 'maara|koko|summa|lukumaara', cs: 'mnozstvi|castka|velikost|pocet', ko: '수량|금액|사이즈|할부|옵션', ja: '数量|金額|サイズ|個数', 'zh-CN': '数量|金额|尺寸', 'zh-TW': '數量|金額|尺寸', ru: 'количество|сумма|размер|цвет|цена', tr: 'adet|tutar|miktar|beden|taksit',
      code: 'quantity|qty|amount|price|size|color|guests|adults|children|rooms|~quantity|~amount|shippingmethod|paymentmethod|sku|product|~qty|checkin|checkout date|sort|employees|budget|currency from|arrival|departure',
    },
  },
  {
    token: 'none',
    meaning: 'bank-account',
    words: {
      en: 'iban|bic|swift|routing number|bank account|account number|bank name|sort code|bank account number|checking account|bank', de: 'kontonummer|bankleitzahl|blz|kontoinhaber|bank', fr: 'rib|code banque|banque', es: 'numero de cuenta|cuenta bancaria|banco', it: 'conto corrente|banca', nl: 'rekeningnummer|bank', pt: 'conta bancaria|banco', pl: 'numer konta|bank', ko: '계좌번호|은행|입금자명|예금주', ja: '口座番号|銀行', 'zh-CN': '银行账号|开户行|开户银行', 'zh-TW': '銀行帳號', ru: 'банк|бик|расчетныи счет', tr: 'banka|hesap numarasi',
      code: 'iban|bic|swift|routing|routingnumber|bankaccount|bank|~iban|~routingnumber|~bankaccount|sortcode|accountnumber|~bankname',
    },
  },
  {
    token: 'none',
    meaning: 'tax-id',
    words: {
      en: 'vat|vat number|tax id|ssn|social security number|tax number|passport|passport number|id number|national id|gst number|company number|driver license|ein|vat id|tax code|resale number|drivers license', de: 'ust id|umsatzsteuer id|steuernummer|ust idnr|umsatzsteuer identifikationsnummer', fr: 'numero de tva|siret|tva|siren', es: 'nif|cif|dni|nie|rfc|documento|nif cif|curp|rut', it: 'codice fiscale|partita iva|p iva', nl: 'btw nummer|kvk nummer|btw', pt: 'cpf|cnpj|nif|rg|cpf cnpj|contribuinte', pl: 'nip|pesel|regon', sv: 'organisationsnummer|personnummer', da: 'cvr|cpr|cvr nummer|ean', no: 'organisasjonsnummer', fi: 'henkilotunnus|y tunnus', cs: 'ico|dic|rodne cislo|ic dph', ko: '주민등록번호|사업자등록번호|개인통관고유부호|통관번호', ja: 'マイナンバー|フリガナ|ふりがな|セイ|メイ|せい|めい|読み仮名|氏名カナ|姓カナ|名カナ|カナ氏名', 'zh-CN': '身份证|税号|身份证号|发票抬头', 'zh-TW': '身分證|統一編號|身分證字號', ru: 'инн|кпп|паспорт|огрн|серия и номер паспорта', tr: 'tc kimlik|vergi no|vergi numarasi|vergi dairesi|tc kimlik no',
      code: 'vat|vatnumber|vatid|taxid|ssn|passport|nif|cif|cpf|cnpj|~vatnumber|~taxid|~vatid|kana|furigana|~furigana|~kana|~passport|siret|dni|nip|inn|ssn 1|~socialsecurity|~taxvat|tax number|taxvat',
    },
  },
];
