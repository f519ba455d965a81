/** A page with one form: its language, its heading, its fields with types, and what its button says. */
export interface PurposePage {
  language: string;
  heading: string;
  fields: readonly string[];
  button: string;
}

/** One page a line: language, heading, fields parted by commas (`*` a password, `#` a box for a letter), button. */
const readPages = (lines: string): PurposePage[] =>
  lines
    .trim()
    .split('\n')
    .map(line => {
      const [language = '', heading = '', fields = '', button = ''] = line.split('|').map(one => one.trim());
      return { language, heading, fields: fields.split(',').map(one => one.trim()), button };
    });

/** Pages that ask for names, addresses or numbers of cards, and for no order: none of it is named. */
export const OTHER_PAGES = readPages(`
en | Create your account | First name, Last name, Email, Phone | Create account
de | Jetzt registrieren | Vorname, Nachname, E-Mail, Telefon | Konto erstellen
ko | 회원가입 | 이름, 이메일, 휴대폰번호 | 인증번호 받기
ja | 会員登録 | お名前, メールアドレス, 電話番号 | 会員登録
en | Create an account | First name, Last name, Email, Password*, Street address, City, ZIP code | Save
de | Registrieren | Vorname, Nachname, Straße und Hausnummer, PLZ, Ort, E-Mail, Passwort* | Weiter
en | Get 10% off | First name, Email, Phone | Sign up for texts
en | Check gift card balance | Card number, PIN | Check balance
en | Check your gift card balance | Card number, Expiration date, CVV | Check balance
ja | ギフトカード残高照会 | カード番号, PIN番号 | 照会する
en | Find a store near you | Street address, City, ZIP code | Find stores
en | Contact us | Name, Email, Street address, City, ZIP code, Your message# | Send
de | Kontakt | Name, Straße, PLZ, Ort, E-Mail, Telefon, Nachricht# | Absenden
fr | Contactez-nous | Nom, Prénom, E-mail, Adresse, Code postal, Ville, Votre message# | Envoyer
ja | お問い合わせ | お名前, フリガナ, メールアドレス, 電話番号, 郵便番号, 住所, お問い合わせ内容# | 送信
es | Contacto | Nombre, Correo electrónico, Teléfono, Dirección, Ciudad, Código postal, Mensaje# | Enviar
en | Request a quote | Full name, Email, Phone | Get quote
en | Request a call back | Name, Phone, Email | Call me
de | Angebot anfordern | Vorname, Nachname, E-Mail, Telefon | Anfragen
en | Register for the webinar | First name, Last name, Work email, Phone, Company | Register
en | Register your product | First name, Last name, Email, Street address, City, ZIP code, Serial number | Send
en | Application form | First name, Last name, Street address, City, State, ZIP code, Email, Phone | Apply
de | Jetzt bewerben | Vorname, Nachname, Straße, PLZ, Ort, E-Mail, Telefon | Bewerbung absenden
en | Apply for a loan | First name, Last name, Annual income, Street address, City, ZIP code | Apply
en | New patient registration | First name, Last name, Address, City, ZIP | Submit
en | Book a table | Name, Email, Phone, Guests | Book
en | RSVP | Name, Email, Phone | RSVP
en | Passenger details | First name, Last name, Date of birth, Email, Mobile number | Continue to payment
de | Angaben zu den Reisenden | Vorname, Nachname, E-Mail, Telefon | Weiter zur Zahlung
ja | 搭乗者情報の入力 | 姓（ローマ字）, 名（ローマ字）, メールアドレス, 電話番号 | お支払いへ
de | Kundenkonto eröffnen | Vorname, Nachname, Straße, PLZ, Ort, E-Mail | Weiter
da | Bliv medlem | Navn, Adresse, Postnr., By, E-mail, Mobil | Gem
en | About you | First name, Last name, Street address, City, ZIP code, Email, Phone | See my rates
nl | Bereken je premie | Postcode, Huisnummer, Straat, Plaats, E-mail | Verder
fr | Prendre rendez-vous | Nom, Prénom, Adresse, Code postal, Ville, Téléphone, E-mail | Confirmer
pl | Umów wizytę | Imię, Nazwisko, Telefon, E-mail | Dalej
en | Start a return | Order number, Full name, Address, City, Postcode, Email | Return this order
de | Rücksendung anmelden | Bestellnummer, Vorname, Nachname, Straße, PLZ, Ort, E-Mail | Weiter
en | Taxpayer information | First name, Last name, Home address, City, State, ZIP code | Save and pay
en | Request tender documents | Contact person, Address, City, Postcode, Email, Phone | Send
sv | Begär offert | Namn, Adress, Postnummer, Ort, E-post, Telefon | Skicka
cs | Nezávazná poptávka | Jméno a příjmení, Ulice, Město, PSČ, Telefon, E-mail | Odeslat
de | Mitmachen und gewinnen | Vorname, Nachname, Straße, PLZ, Ort, E-Mail | Teilnehmen
ru | Найти магазин | Город, Улица, Индекс | Показать
ko | 상담 신청 | 이름, 연락처, 이메일, 주소 | 신청하기
zh-TW | 維修申請 | 姓名, 電話, 地址, 縣市, 電子郵件 | 送出
ar | تواصل معنا | الاسم, البريد الإلكتروني, رقم الهاتف, العنوان, المدينة | إرسال
en | Personal details | Patient first name, Patient last name, Street address, City, ZIP code, Phone | Next
en | Stay in the loop | First name, Last name, Email, Phone | Keep me posted
`);

/** Pages of an order, an address or a card, some with words of others among them: what they ask for is named. */
export const OWN_PAGES = readPages(`
en | Guest checkout | First name, Last name, Email, Phone | Continue to shipping
de | Als Gast bestellen | Vorname, Nachname, E-Mail, Telefon | Weiter zum Versand
en | Checkout | First name, Last name, Street address, City, ZIP code, Email, Create a password* | Place order
en | Create an account and pay | First name, Last name, Street address, City, ZIP code, Email | Place order
de | Adresse hinzufügen | Vorname, Nachname, Straße und Hausnummer, PLZ, Ort | Speichern
ja | お届け先の追加 | お名前, 郵便番号, 都道府県, 市区町村, 番地, 電話番号 | 保存
fr | Ajouter une adresse | Prénom, Nom, Adresse, Code postal, Ville | Enregistrer
en | Your details | First name, Last name, Street address, City, ZIP code, Order notes# | Continue
en | Where to? | Name, Address, City, Postcode, Gift message# | Continue
en | Payment | Card number, Expiry date, CVC, Name on card | Pay
tr | İletişim Bilgileri | Ad Soyad, E-posta, Telefon, İl, İlçe, Açık adres | Devam et
fr | Adresse | Prénom, Nom, Rue, Code postal, Ville, Téléphone, Message pour le livreur# | Étape suivante
nl | Wie krijgt de bloemen? | Naam ontvanger, Straat en huisnummer, Postcode, Plaats, Telefoon, Bericht op het kaartje# | Volgende
cs | Kontaktní údaje | Jméno, Příjmení, Ulice, Město, PSČ, Telefon, E-mail, Zpráva pro kurýra# | Dále
th | ชำระเงินและลงทะเบียน สมัครสมาชิก | ชื่อ-นามสกุล, เบอร์โทรศัพท์, ที่อยู่, จังหวัด, รหัสไปรษณีย์ | ต่อไป
en | Traveller's Outfitters | First name, Last name, Street, City, Postcode, Email | Continue
en | Who is collecting? | First name, Last name, Email, Mobile number | Continue
`);

/** The page as a document without a word of an order beside its own. */
export function writePurposePage({ language, heading, fields, button }: PurposePage): string {
  const controls = fields.map(field => {
    if (field.endsWith('#')) return `<p><label>${field.slice(0, -1)} <textarea></textarea></label></p>`;
    const type = field.endsWith('*') ? 'password' : 'text';
    return `<p><label>${field.replace('*', '')} <input type="${type}"></label></p>`;
  });
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>Kestrel</title><h1>${heading}</h1><form>${controls.join('')}<button>${button}</button></form>`;
}
