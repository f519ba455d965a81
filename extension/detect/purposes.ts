/** A pattern for whole words, parted by `|`, and for parts of texts that part no words. */
export const anyOf = (spaced: string, joined: string): RegExp => new RegExp(` (?:${spaced}) |${joined}`);

/** What a page or a form of an order, an address or a payment calls itself, in folded words. */
export const ORDER_WORDS = anyOf(
  [
    'check ?out|pay(?:ment)?s?|order|orders|cart|basket|bag|purchase|buy|shipping|ship|delivery|deliver|billing|donat\\w+',
    'kasse|zur kasse|bestell\\w*|versand\\w*|liefer\\w*|zahlung\\w*|rechnung\\w*|warenkorb|kaufen|spende\\w*',
    'commande\\w*|livraison|paiement|payer|panier|facturation|acheter|pedidos?|envio|entrega|pago|pagar|comprar?|carrito|facturacion',
    'ordine|ordini|spedizione|consegna|pagamento|acquist\\w+|carrello|fatturazione|bestelling|bestellen|verzending|bezorg\\w+|betaling|betalen|afrekenen|winkelwagen',
    'zamowieni\\w+|dostaw\\w+|platnosc\\w*|koszyk|kassan?|leverans|betalning|bestallning|levering|kurv|ordre|toimitus|maksu|tilaus|ostoskori',
    'objednavk\\w+|doprava|dorucen\\w+|platba|pokladna|kosik|rendeles|szallitas|fizetes|comanda|livrare|plata|carrinho|compra|endereco de entrega',
    'credit card|debit card|card details|kreditkarte\\w*|carte (?:bancaire|de credit)|tarjeta de (?:credito|debito)|carta di credito|cartao de credito|creditcard|kart[ay] (?:platnicz\\w+|kredytow\\w+)|kredi kart\\w*|luottokort\\w+|kreditkort\\w*',
    'address book|addresses|(?:add|new|edit|save|change) (?:an? |new |the |this |your |my )*address|adressbuch|(?:neue|meine) adresse\\w*|adresse (?:hinzufugen|speichern|bearbeiten|anlegen)|(?:nouvelle|mes|ajouter une|modifier une|modifier l) ?adresses?|(?:nueva|mis|anadir|editar|agregar) direccion\\w*|(?:nuovo|aggiungi|modifica|salva|i miei) indirizz\\w+|nieuw adres|adres (?:toevoegen|opslaan)|mina adresser|adres (?:ekle|bilgileri|dodaj)|dodaj adres',
    'siparis\\w*|teslimat|odeme|sepet\\w*|narudzb\\w+|dostava|narocil\\w+|dodaci\\w*|szallitasi|fizetesi|penztar|tameio|megrendel\\w+|porudzbin\\w+|thanh toan|dat hang|giao hang|pesanan|pengiriman|pembayaran',
  ].join('|'),
  '신용카드|クレジットカード|信用卡|银行卡|주소록|배송지|アドレス帳|结帐|收件|結賬|ταμειο|поръчк|плащан|достав|भुगतान|ऑर्डर|डिलीवरी|결제|주문|배송|장바구니|구매|注文|配送|お届け|購入|支払|カート|結算|结算|结账|結帳|订单|訂單|收货|收貨|配送|支付|付款|заказ|доставк|оплат|корзин|замовлен|παραγγελ|αποστολ|πληρωμ|الدفع|الشحن|الطلب|توصيل|תשלום|משלוח|הזמנה|สั่งซื้อ|จัดส่ง|ช\u0e4d\u0e32ระ',
);

/** What forms of other purposes say of themselves: accounts, letters, subscriptions, vouchers, searches, applications. */
export const OTHER_PURPOSES = anyOf(
  [
    'sign up|register|registration|create (?:an |your |my |a new )?account|new account|join|become a member|enrol\\w*',
    '(?:kunden)?konto (?:erstellen|anlegen|eroffnen)|mitglied werden|jetzt mitmachen|rejoignez nous|je m ?inscris|devenir membre|(?:crear|abrir) cuenta|inscri(?:bete|birme|birse|pcion|cao|vete)|inscreva se|hazte \\w+|unete|iscri(?:viti|zione)|word lid|lid worden|inschrijven|bli(?:v)? medlem\\w*|medlemskap|liity jaseneksi|uyelik\\w*',
    'konto (?:erstellen|anlegen)|registrieren|registrierung|jetzt registrieren|neukunde|compte (?:client )?gratuit|creer (?:un |mon |votre )?compte|inscription|s ?inscrire|inscrivez vous',
    'crear (?:una |mi |tu )?cuenta|registrarse|registrate|registro|criar (?:uma |sua |minha )?conta|cadastr\\w+|crea(?:re)? (?:un |il tuo )?account|registrati|registrazione',
    'account (?:aanmaken|maken)|registreren|zaloz konto|utworz konto|rejestracja|zarejestruj\\w*|skapa konto|registrera\\w*|opret (?:konto|bruger\\w*)|opprett (?:konto|bruker)|luo (?:tili|kayttajatili)|rekisteroidy',
    'registrace|registrovat|vytvorit ucet|registracia|regisztracio|inregistrare|creeaza cont|uye ol|kayit ol|hesap olustur|dang ky|daftar|registracija|registriraj\\w*',
    'contact us|contact form|get in touch|write to us|send (?:us )?a message|contactez nous|nous contacter|contactanos|contacta con nosotros|contattaci|neem contact op|kontaktformular|schreiben sie uns|skontaktuj sie|napisz do nas|formularz kontaktowy|kontakta oss|kontakt os|ota yhteytta|iletisim(?: formu)?(?! bilgi)|bize ulasin|lien he|hubungi kami|fale conosco|entre em contato',
    'newsletter|subscribe|unsubscribe|\\d+ off|notify me|mailing list',
    'gift ?cards?|gift certificate|voucher balance|check (?:your )?balance|guthaben|gutschein\\w*|carte cadeau|tarjeta (?:de )?regalo|carta regalo|buono regalo|cadeaubon|cadeaukaart|karta podarunkowa|presentkort|gavekort|lahjakortti|darkova karta|vale presente|hediye karti',
    '(?:find|locate) (?:a |your |our )?(?:nearest )?(?:store|stores|shop|dealer|branch)|store (?:finder|locator)|filial\\w*|handlersuche|trouver un magasin|nos magasins|encuentra (?:tu|una) tienda|localizador de tiendas|trova (?:un )?negozio|winkel zoeken|znajdz sklep',
    'apply (?:now|online|for)|application form|jobs?|careers?|resume|bewerb\\w*|stellenangebot\\w*|candidature|postuler|solicitud de empleo|trabaja con nosotros|candidatura|lavora con noi|solliciteren|aplikuj',
    '(?:request|get) (?:a |your |my )?(?:free )?(?:quote|demo|estimate|call ?back)|book a (?:demo|table|call)|call ?back|call me|rsvp|webinar|petition|refer a friend|angebot anfordern|ruckruf|demander un devis|solicitar presupuesto|richiedi un preventivo|offerte aanvragen|register your product|product registration|warranty|voter|patient|insurance quote|loan',
  ].join('|'),
  '회원 ?가입|가입하기|会員登録|新規登録|アカウント ?(?:を ?)?作成|注册|註冊|регистрац|зарегистрир|реєстрац|εγγραφη|δημιουργια λογαριασμου|انشاء حساب|تسجيل|הרשמה|สมัครสมาชิก|문의|お問い?合わ?せ|联系我们|聯絡我們|обратн\\S+ связ|свяжитесь|επικοινωνια|اتصل بنا|צור קשר|ติดต่อเรา|뉴스레터|メルマガ|подписк|기프트 ?카드|상품권|ギフト ?カード|商品券|礼品卡|禮品卡|подарочн|残高|잔액|매장 ?(?:찾기|안내)|店舗検索|门店|채용|지원서|応募|求人',
);

/** What a box for a letter to the shop is called. */
export const WHOLE_LETTER = anyOf(
  'about me|bio|tresc\\w*|describe \\w+ \\w+|reason for \\w+|message|your message|enquiry|inquiry|question|questions|how can we help\\w*|nachricht|ihre nachricht|frage|anfrage|votre message|question|mensaje|consulta|messaggio|richiesta|bericht|(?:je |uw )?vraag|wiadomosc\\w*|meddelande|besked|melding|viesti\\w*|zprav\\w+|sprava|uzenet\\w*|mesaj\\w*|popis|mensagem|tin nhan|pesan',
  '상담 ?내용|志望動機|自己pr|رسال|문의|메시지|問い合わせ|メッセージ|留言|咨询|сообщени|повідомлен|μηνυμα|رسالة|الرسالة|הודעה|ข้อความ',
);

export const PARCEL_LETTER = anyOf(
  'gift|card|order|delivery|courier|driver|geschenk\\w*|bestell\\w*|liefer\\w*|cadeau|regalo|commande|pedido|ordine|prezent|livreur|livraison|coursier|repartidor|mensajero|envio|entrega\\w*|corriere|consegna|koerier|bezorg\\w*|kurier\\w*|kuryr\\w*|dostaw\\w*|fahrer|zustell\\w*|widmung|dedicatoria|dedica|doruc\\w*|futar\\w*|kurye\\w*|siparis\\w*|teslimat\\w*|leveran\\w*|levering\\w*|kort|carte|kaart\\w*|\\w*karte|kartk\\w+|biglietto|tarjeta|cartao|bouquet|recipients?|empfanger\\w*|destinataire|destinatario|ontvanger|odbiorc\\w+|mottagar\\w*|modtager\\w*|prijemc\\w*|seller|vendeur',
  '선물|받는|수취|宛|受取|收件|получател|배송|기사|주문|ギフト|配送|のし|カード|注文|贺卡|礼|卖家|賣家|订单|訂單|курьер|открытк|подар|доставк|заказ|هدية|توصيل|السايق|δωρ|παραγγελ|שליח|מתנה|ของขวัญ',
);
