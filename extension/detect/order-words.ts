import { stems } from './stems.ts';

/** A text that shows a sum of money. */
export const SHOWN_SUM =
  /[$€£¥￥₩₹₽₺₫₴₱฿₪₦₸]\s?\d|\b(?:USD|EUR|GBP|CHF|SEK|NOK|DKK|PLN|ZAR|EGP|AED|SAR|Rp|RM|Rs|R|kr)\.?\s?\d|\d\s?(?:[€£₩₽₺₫₴฿₪円元원]|(?:zł|K[čc]|kr|lei|Ft|лв|грн|руб|TL|EUR|CHF|PLN|SEK|NOK|DKK|USD|VND)(?![\p{L}]))/u;
/** Words of a sum's end, folded. */
export const TOTAL =
  / (?:(?:sub)?totals?|totale|totaal|gesamt\w*|zwischensumme|summe|razem|suma|totalt|summa|yhteensa|celkem|spolu|toplam|osszesen|ukupno|skupaj|tong|jumlah) |합계|총|小計|合計|合计|小计|总计|總計|итого|всего|разом|συνολο|รวม|المجموع|الاجمالي|סה כ|कुल/;

/** Words of an order, a cart, a delivery and a payment. */
export const ORDER = stems(
  [
    'check ?out|pay |paying|payments? |order|cart |basket|bag |purchas|buy |shipping|shipment|ship |deliver|billing|bill to|donat|recipient|consignee|send (?:it |this |them )?to |click (?:and )?collect|collecti(?:on|ng) |pick ?up (?:point|store|in) ',
    'abhol|retrait|retirer|recogida|recoger|ritiro|afhal|odbior |hamta|afhent|nouto|vyzved|atvetel|ridicare|kasse |bestell|versand|liefer|(?:an)?zahl(?:ung|en|ungs\\w+) |zahlungs|bezahl|rechnungs|warenkorb|kaufen |einkauf|spende|empfanger',
    'command(?:e|es|er) |livr(?:er|aison)|expedition|paiement|payer |regler |panier|factur|achat|acheter|destinatair|passer en caisse',
    'pedido|envio|enviar a |entrega|pago|pagar|pagament|comprar? |carrito|cesta |factura|destinatari|encomenda|carrinho|frete |fatur',
    'ordin[ei] |spedizion|consegna|acquist|carrello|cassa |fattur|bestel|verzend|bezorg|betaal|betal|afreken|winkelwagen|winkelmand|factuur|ontvang(?:er|t) |aflever',
    'zamow|dostaw|platnos|zaplac|koszyk|wysylk|odbiorc|kassan? |kassen|lever(?:ans|ing)|bestall|bestill|varukorg|\\w*kurv |frakt|fragt|ordre|mottagare|modtager|mottaker',
    'toimitu|maks(?:u|a|an|aa)? |maksutap|tilauk?s|tilaa |ostosk|kassa|objedn|doprav|doruc|dodaci|dodan|platb|zaplat|pokladn|kosik|prijemc|fakturac',
    'rendel|megrendel|szallit|fizet|kosar|penztar|szamlaz|vasarl|comand[aei]|comenzi|livrar|plat[ai] |expedi|siparis|teslim|odeme|sepet|kargo |satin al',
    'narudzb|naruci|dostav|placanj|kosaric|blagajn|narocil|naroci|placil|porudzbin|isporuk|tellimu|ostukorv|maksmi|uzsakym|pristatym|mokej|apmok|krepsel|pasutij|piegad|apmaks|groz[sa] ',
    'thanh toan|dat hang|giao hang|don hang|gio hang|nguoi nhan|pesanan|pengiriman|pembayaran|keranjang|bayar |penerima|penghantaran',
    'address book|addresses |(?:add|new|edit|save|change) (?:an? |new |the |this |your |my )*address|adressbuch|(?:neue|meine) adresse|adresse (?:hinzuf|speich|bearb|anleg)|(?:nouvelle|mes|ajouter une|modifier une|modifier l) ?adresse|(?:nueva|mis|anadir|editar|agregar) direccion|(?:nuovo|aggiungi|modifica|salva|i miei) indirizz|nieuw adres|adres (?:toevoeg|opsla|ekle|dodaj)|mina adresser|dodaj adres|nov[ya] adres',
    'credit card|debit card|card details|kreditkart|carte (?:bancaire|de credit)|tarjeta de |carta di credito|cartao de |creditcard|kart[ay] (?:platnicz|kredytow)|kredi kart|luottokort|kreditkort|betalkort',
  ].join('|'),
  '결제|주문|배송|장바구니|구매|받는 ?(?:분|사람)|수령인|신용카드|주소록|クレジットカード|アドレス帳|注文|配送|お届け|購入|支払|カート|お買い?上げ|結算|结算|结账|結帳|結賬|订单|訂單|收货|收貨|收件|支付|付款|购物车|收银台|結帳台|購物車|信用卡|银行卡|заказ|доставк|оплат|корзин|получател|замовлен|кошик|отримувач|поръчк|плащан|количк|παραγγελ|αποστολ|πληρωμ|ταμει|καλαθ|παραδοσ|الدفع|الشحن|الطلب|توصيل|السلة|شراء|سفارش|پرداخت|תשלום|משלוח|הזמנה|קופה|עגלה|สั่งซื้อ|จัดส่ง|ช\u0e4d\u0e32ระ|ตะกร้า|भुगतान|ऑर्डर|डिलीवरी|शिपिंग',
);

/** Names that mean the same in each language: who takes money, and who brings parcels. */
export const BRANDS =
  / (?:paypal|klarna|mastercard|maestro|amex|american express|ideal|bancontact|blik|swish|twint|mobilepay|vipps|sofort|giropay|przelewy24|apple ?pay|google ?pay|amazon ?pay|afterpay|clearpay|affirm|alipay|wechat pay|kakao ?pay|naver ?pay|paypay|konbini|pix|boleto|oxxo|mercado ?pago|multibanco|mb way|bizum|satispay|cash on delivery|dhl|ups|dpd|gls|fedex|usps|royal mail|postnord|inpost|paczkomat\w*|colissimo|chronopost|mondial relay|correos|seur|bpost|packeta|zasilkovna|econt|speedy|posta nova|nova poshta|cdek|yamato|sagawa|aramex) |카카오페이|네이버페이|토스|代引|コンビニ|ヤマト|佐川|微信支付|支付宝|наложен|новая почта|нова пошта|сдэк/;

/** What a book of addresses speaks of. */
export const ADDRESS = stems(
  'address|adress|anschrift|direccion|indirizz|endereco|morada|adres|osoit|\\w*cim(?:em|ek|e)? |dia chi|alamat|naslov|aadress',
  '주소|住所|地址|アドレス|адрес|διευθυνσ|عنوان|כתובת|ที่อยู่|पता|پتہ|ادرس',
);

/** What shops ask for beside what is ours: codes, notes, numbers of taxes, how many, how to be called. */
export const SHOP_EXTRA = stems(
  [
    'coupon|promo|voucher|discount|gift|gutschein|rabatt|code promo|reduction|cupon|codigo|descuento|desconto|codice|sconto|kortings|kod |kupon|rabat|sleva|kupong|alekoodi|presentkort|zlavov',
    'iban|bic |kontoinh|sepa|birth|geburt|naiss|nacim|nascit|nascim|geboor|urodz|fodels|syntym|naroz|szulet|naster|dogum|note|comment|instruction|remark|anmerkung|bemerkung|hinweis|kommentar|instruc|remarque|commentaire|observa|nota|notas|note |opmerking|uwagi|komentarz|meddel|poznamk|megjegyz|observat|aciklama|ghi chu|catatan|huomau|lisatie',
    'vat |tax id|tva|nif |nie |dni |cif |cpf |cnpj|rfc |rut |codice fiscale|partita iva|p iva|pec |sdi |btw|ust|uid |nip |regon|ico |dic |org ?n|y tunnus|cvr|adoszam|cui |cnp |vergi|tc |tckn|pan |gstin|pib |oib |eori|steuer',
    'title|salutation|prefix|anrede|titel|civilite|tratamiento|titolo|aanhef|tytul|titul|suffix|quantity|qty|menge|fax|search|such|password|passwort|mot de passe|contrasena|senha|wachtwoord|haslo|losen|newsletter|currency|language|sprache|langue',
    'delivery|shipping|liefer|versand|livraison|entrega|envio|consegna|bezorg|dostaw|lever|toimitu|doruc|teslim|kargo|po number|purchase order|reference|landmark|floor|etage|stock|door|entry code|intercom|interphone|digicode|piso|entrance|kapi|apartment|label|nickname|alias|bezeichnung|company|firm|county|district|neighbo|bairro|referencia|complement|(?:on|for|with) the card|kurier|kuryr|courier|driver|livreur|coursier|repartidor|mensajero|corriere|koerier|futar|kurye|kaart|kort |karte|carte|recipient|seller|vendeur|personn(?:ummer|r) ',
  ].join('|'),
  '쿠폰|할인|포인트|적립|요청|메모|메시지|배송|현관|クーポン|ポイント|備考|要望|配達|時間帯|希望日|のし|优惠|備註|备注|發票|发票|統編|купон|промокод|комментар|примечан|коментар|инн |домофон|подъезд|этаж|κουπον|σχολια|αφμ|كوبون|ملاحظ|خصم|הערות|קופון|คูปอง|หมายเหตุ|टिप्पणी',
);

/** What a page of a shop says even where it says nothing of an order: customers, guests, shops, steps. */
export const SHOP = stems(
  'your (?:details|information) |ihre daten|vos coordonnees|(?:tus|sus) datos|i (?:tuoi|suoi) dati|seus dados|twoje dane|dina uppgifter|dine oplysninger|vase udaje|customer|guest|buyer|shop |shops |store |one ?page |(?:step|schritt|etape|paso|passo|stap|steg|trin|krok|vaihe|adim|lepes|pas|korak) ?\\d|kunden|kunde|kund|als gast|kauf|client|acheteur|invite |boutique|tienda|libreria|comprador|loja|negozio|ospite|klant|klient|kupuj|gosc |sklep|butik|handel |kauppa|verkkokau|asiakas|zakazn|obchod|vevo|vasarlo|webaruhaz|magazin|cumparator|musteri|uye olmadan|magaza|kupac|trgovina|trgovin|khach hang|cua hang|pelanggan|toko ',
  '고객|비회원|쇼핑|구매자|お客様|ゲスト|非会員|ショップ|通販|顾客|顧客|商城|商店|客户|客戶|покупат|клиент|магазин|покупец|клієнт|крамниц|πελατ|καταστημ|عميل|العملاء|متجر|לקוח|חנות|ลูกค้า|ร้าน|ग्राहक|दुकान',
);

/** What a button says that leads to the next step, and sends nothing yet. */
export const ONWARD = stems(
  'next |continue |proceed|weiter |suivant|continuer |etape suivante|siguiente|continuar |seguinte|proximo|avanti |continua |prosegui|volgende|verder |dalej |nastepn|nasta |fortsatt|naeste|neste |fortsett|fortsaet|ga vidare|seuraava|jatka |dale |pokracovat|pokracov|tovabb|folytat|continua|urmator|devam |ileri |sonraki|nastavi|dalje|naprej|edasi|toliau|talak|tiep |tiep tuc|lanjut|selanjutnya',
  '다음|계속|次へ|進む|続ける|下一步|继续|繼續|далее|продолж|далі|продовж|напред|επομεν|συνεχ|متابعة|التالي|استمرار|הבא|המשך|ถัดไป|ต่อไป|ด\u0e4d\u0e32เนินการต่อ|अगला|आगे|जारी',
);
