/** What the shop takes now, of an order that is paid in parts. */
export const DUE_NOW =
  /\b(?:(?:due|pay|payable|payment|total|charged) (?:today|right now)|due now|(?:to pay|you pay|payable|charged) (?:now|today)|(?:today|now) (?:you pay|to pay)|deposit (?:due|to pay|payable)|today s (?:total|payment|charge)|(?:heute|jetzt) (?:zu zahlen|fallig|zahlen sie)|sie zahlen (?:heute|jetzt)|anzahlung (?:fallig|zu zahlen)|a (?:payer|regler) (?:aujourd hui|maintenant|ce jour)|(?:aujourd hui|maintenant) vous (?:payez|reglez)|vous (?:payez|reglez) (?:aujourd hui|maintenant)|acompte (?:a payer|a regler)|(?:a pagar|pagas|paga|paghi) (?:hoy|ahora|hoje|agora|oggi|ora|adesso)|(?:hoy|ahora|hoje|agora|oggi|ora) (?:pagas|pagaras|paga|paghi|voce paga)|(?:senal|sinal|anticipo) a pagar|acconto da pagare|(?:da pagare|importo dovuto) (?:oggi|ora|adesso|subito)|(?:nu|vandaag) (?:te betalen|betaal je|betaalt u)|te betalen (?:nu|vandaag)|att betala (?:nu|idag)|(?:at betale|a betale) (?:nu|i dag)|maksettava (?:nyt|tanaan)|do zaplaty (?:teraz|dzis|dzisiaj)|k uhrade (?:nyni|dnes|ihned|ted)|(?:most|ma) fizetendo|de plata (?:acum|azi|astazi)|(?:simdi|bugun) odenecek)\b|(?:本日|今回)の?(?:お支払|ご請求)|(?:오늘|지금) ?결제|(?:今日|本次|现在|現在)(?:应付|應付|支付|需付)|к оплате (?:се[ий]час|сегодня)|(?:се[ий]час|сегодня) к оплате|до сплати (?:зараз|сьогодні)|πληρωτεο (?:τωρα|σημερα)/;

/** That a sum beside it is the first of several payments, which another service takes. */
export const IN_PARTS =
  /\b(?:in \d+ (?:weeks|days|months)|pay in \d|(?<![.,\d])\d+ (?:interest free )?(?:payments|instal?lments)|\d+ (?:raten|cuotas|rate|parcelas|mensualites|fois)|\d+x)\b|\d+회 ?분할|分割/;

/** That a sum is what is still to be paid of the whole, later. */
export const LATER =
  /\b(?:balance|remaining|remainder|later|on delivery|on collection|after|restbetrag|spater|bei lieferung|restant|solde|a la livraison|resto|saldo|a la entrega|alla consegna|bij levering|pozosta\w*|przy odbiorze|vid leverans|loppuosa|doplatek|kapida)\b/;

/** Of sums that are surely the whole, the one that is to be paid: what gift cards, points and coins left of it. */
export const TO_PAY =
  /\b(?:total payment|to pay|you pay|total payable|amount payable|zu (?:be)?zahlen|zahlbetrag|a payer|a regler|a pagar|a abonar|da pagare|te betalen|do zaplaty|att betala|(?:at|a) betale|til betaling|til greiðslu|til greiðslu|maksettava|k uhrade|k platbe|fizetendo|de plata|odenecek|za placilo|za placanje|za platiti|moketi|apmaksai|tasuda|tong thanh toan|total (?:pembayaran|bayar))\b|(?:최종|총) ?결제|お支払い?(?:合計|金額|総額)|应付|應付|实付|實付|к оплате|до сплати|συνολο πληρωμης|πληρωτεο|المبلغ المستحق|לתשלום/;

/** What may name a sum alone, right before it. */
export const SUM_ALONE =
  /^ ?(?:amount|betrag|montant|importe|importo|valor|bedrag|belopp?|belob|kwota|castka|ciastka|osszeg|сумма|сума|ποσο|المبلغ|סכום|금액|金额) ?$/;

/** Words before the amount that a person will pay, by how sure they are; folded text. */
export const SURE_TOTAL =
  /\b(?:order total|grand total|total due|amount due|total to pay|total amount|amount to pay|you pay|to pay|pay now|final total|total price|total payment|payment due|balance due|total incl|total including|total charge|amount payable|total payable|due today|total after|total with delivery|montant a payer|reste a payer|total a regler|total a abonar|total iva incl\w*|totale iva incl\w*|totale iva compresa|razem z dostawa|til betaling|til greiðslu|loppusumma|celkem s dph|spolu s dph|celkem k platbe|vegosszeg|fizetendo|total de plata|total plata|za placilo|za platiti|ukupno za placanje|moketi|apmaksai|tasuda|tong thanh toan|tong tien|total pembayaran|total bayar|gesamtsumme|gesamtbetrag|rechnungsbetrag|rechnungssumme|bestellsumme|endpreis|gesamtpreis|zu (?:be)?zahlen|zahlbetrag|endsumme|endbetrag|total ttc|total a payer|montant total|net a payer|total a pagar|total del pedido|importe total|totale ordine|totale da pagare|importo totale|totaal te betalen|te betalen|totaalbedrag|total do pedido|valor total|do zaplaty|razem do zaplaty|lacznie do zaplaty|att betala|totalbelopp|at betale|i alt|totalbelob|a betale|totalt a betale|maksettava|yhteensa maksettavaa|celkem k uhrade|k uhrade|celkova cena|odenecek tutar|genel toplam|toplam tutar)\b|총 ?결제|결제 ?(?:예정 ?)?금액|최종 ?결제|총 ?금액|총 ?주문 ?금액|ご請求|お支払い?(?:い)?(?:合計|金額|総額)|支払総額|合計金額|注文合計|应付|應付|实付|總計|总计|订单总额|訂單總額|结账金额|итого к оплате|к оплате|общая сумма|до сплати|крайна сума|τελικο ποσο|συνολο πληρωμης|ยอดช\u0e4d\u0e32ระ|รวมทั้งสิ้น|ยอดรวมสุทธิ|المبلغ الاجمالي|(?:الاجمالي|المجموع) (?:الكلي|النهائي)|اجمالي الطلب|المبلغ المستحق|לתשלום|कुल राशि|देय राशि|総合計|付款金额|付款金額|总金额|總金額/;

export const LIKELY_TOTAL =
  /\b(?:total|totals|gesamt|summe|totale|totaal|razem|suma|totalt|summa|yhteensa|celkem|toplam|tutar|lacznie|spolu|osszesen|ukupno|skupaj|kokku|is viso|kopa|tong cong|jumlah|samtals)\b|총액|합계|합산|合計|合计|總額|总额|总价|總價|金額|итого|всего|разом|общо|συνολο|ยอดรวม|المجموع|الاجمالي|סה["״]?כ|कुल/;

/** Lines of a sum that are not its end. */
export const PART_OF_SUM =
  /\b(?:sub ?total|subtotal|zwischensumme|sous total|total parcial|subtotale|subtotaal|suma czesciowa|delsumma|valisumma|mezisoucet|ara toplam|shipping|delivery|postage|tax|vat|gst|discount|savings|you saved|saved|promo|coupon|versand\w*|mwst|steuer|rabatt|livraison|tva|remise|envio|iva|descuento|spedizione|sconto|verzend\w*|korting|btw|frete|desconto|dostawa|rabat|frakt|moms|items?|points|per month|month|instal?lments?|deposit|total savings|merchandise|before tax|excl|hors taxe|netto|delsum|vahesumma|medzisucet|reszosszeg|tarpine suma|starpsumma|medu(?:zbroj|suma)|tam tinh|samtals vorur|total (?:produits|articles|productos|prodotti|produkter|varer|goods|products|articulos)|kargo|indirim\w*)\b|υποσυνολο|(?:المجموع|الاجمالي) الفرعي|الشحن|التوصيل|خصم|промежуточн|проміжн|подытог|междинна|סכום ביניים|משלוח|ยอดรวมย่อย|उप ?कुल|상품 ?금액|배송비|할인|적립|포인트|소계|부가세|小計|送料|消費税|値引|割引|ポイント|商品合計|商品总|商品總|运费|運費|优惠|優惠|小计|税|稅|скидка|доставка|ндс/;

/** How many are bought, which some write beside the sum. */
export const COUNTED =
  /\b(?:for )?\d+ (?:items?|articles?|artikel|products?|produkte?|produits?|articulos?|articoli|prodotti|itens|produtos|artikelen|pozycj\w+)\b/g;

/** That taxes are in it, and how high they are. */
export const WITH_TAX =
  /\b(?:incl\w*|inkl\w*|inc|con|y compris|dont|med|wraz z|vc|vcetne|vratane|sis|tartalmaz\w*|cu) (?:\d+ ){0,2}(?:% )?(?:of )?(?:vat|tax(?:es)?|gst|hst|mwst|ust|tva|iva|btw|moms|mva|dph|alv|afa|pdv|kdv|ppn)\b|\b(?:vat|tax(?:es)?|gst|mwst|tva|iva|btw|moms|alv|dph|kdv|ppn|sst) (?:inc|incl\w*|inkl\w*|compris\w*|compresa|dahil|zawart\w*|termasuk)\b|\bs (?:\d+ )?dph\b|税込|含税|含稅|부가세 ?포함|vat ?포함|(?:с|включая|вкл) ндс|(?:з|включно з) пдв|με φπα|(?:شامل|شاملا) (?:ال)?ضريبة|כולל מע["״]?מ|รวมภาษี/g;

/** What speaks of a total, and is none of this order to be paid. */
export const NO_TOTAL =
  /\b(?:total (?:of your|ht|savings|discount|tax|shipping|interest|weight|refund|refunded|points|qty|quantity|earned)|a total|last order|total price guarantee|monthly|per month|excl|excluding|exkl|zzgl|hors taxes?|sin iva|bez dph|bez vat|senza iva|iva esclusa|before (?:tax|discount)|without (?:vat|tax)|provvisorio)\b|税抜|不含税/;

/** What a button says that pays the sum beside its word. */
const PAYING =
  'pay|confirm and pay|pay now|pay securely|place order|complete (?:purchase|order)|zahlen|bezahlen|jetzt (?:zahlen|bezahlen)|payer|regler|pagar|pagar ahora|pagar agora|paga|paga ora|betalen|nu betalen|zaplac|betala|betal|maksa|greiða|zaplatit|fizetes|plateste|plati|ode|bayar|thanh toan|оплатить|сплатити|πληρωμη|ادفع|支付|付款';
const PAYING_BEHIND = 'zahlen|bezahlen|betalen|zahlungspflichtig bestellen|odemek|ode|fizetese';
const AT_ONCE =
  'now|today|hoy|ahora|hoje|agora|oggi|ora|aujourd hui|maintenant|heute|jetzt|nu|vandaag|securely';

export const PAY_BUTTON = new RegExp(
  `^ ?(?:${PAYING}) (?:\\p{L}{1,4} )?\\d|\\d (?:\\p{L}{1,3} )?(?:${PAYING_BEHIND}) ?$|결제하기 \\d|\\d원? 결제하기|\\d円を?支払う`,
  'u',
);

/** The same where nothing else is said: what is taken by this press. */
export const PAID_AT_ONCE = new RegExp(
  `^ ?(?:${PAYING})(?: (?!in |by |for )\\p{L}{1,4})?(?: \\d+)+(?: \\p{L}{1,4}){0,2}(?: (?:${AT_ONCE}))? ?$|^ ?(?:\\d+ )+(?:\\p{L}{1,3} )?(?:${PAYING_BEHIND}) ?$|^ ?(?:\\d+ )*\\d+원? 결제하기 ?$`,
  'u',
);
