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
