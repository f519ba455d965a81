import { describe, expect, it } from 'vitest';
import { judgeForm } from './judge-form.ts';

const FORMS: Record<string, string> = {
  'a checkout that takes mail or telephone': `
    Email or mobile phone number = email
    First name = given-name
    Last name = family-name
    Address = address-line1
    City = address-level2`,
  'a sign-in that takes mail or telephone': `
    Email or mobile phone number = none
    Password password = none`,
  'mail or telephone in other languages': `
    メールアドレスまたは携帯電話番号 = email
    Correo electrónico o número de teléfono móvil = email
    住所 = address-line1`,
  'a bare name beside a given name': `
    Vorname = given-name
    Name = family-name
    Straße = street-name
    Nr. m5 = house-number`,
  'one label over two inputs for a name': `
    Name [dnrfirst] = given-name
    [dnrlast] = family-name`,
  'a label against the name of the control': `
    Company [billing_address2] = organization
    Address [billing_address1] = address-line1`,
  'lines after a list of found addresses': `
    Select your address list = none
    Address line 1 = address-line1
    Address line 2 = address-line2
    [addr3] = address-line3
    [addr4] = address-line3`,
  'a street that asks for its number too': `
    Gade og husnummer = address-line1
    Postnummer = postal-code`,
  'a postcode in halves': `
    郵便番号 m3 = postal-code
    ー m4 = postal-code
    Zip m5 = postal-code
    - m4 = postal-code`,
  'a postcode under the label of the whole address': `
    주소 [rzipcode1] m6 = postal-code
    기본주소 [raddr1] = address-line1
    나머지주소 [raddr2] = address-line2`,
  'one label for city, state and zip': `
    City, State Zip = address-level2
    m2 = address-level1
    m5 = postal-code`,
  'one label over two inputs': `
    Straße / Nr. = street-name
    m6 = house-number
    PLZ / Ort m5 = postal-code
    [b] = address-level2
    Vorwahl / Telefon = tel-area-code
    [c] = tel-local
    Telefon (Vorwahl / Nr.) = tel-area-code
    [d] = tel-local
    Card number / CVV = cc-number
    m4 = cc-csc`,
  'an expiry before a birthday': `
    Card number = cc-number
    유효기간 "MM" m2 = cc-exp-month
    "YY" m2 = cc-exp-year
    생년월일 "YYMMDD" m6 = none`,
  'one label over two inputs, joined by a word': `
    Postcode en huisnummer m7 = postal-code
    [h] m10 = house-number`,
  'a street and its number in one, a second line behind': `
    Straße und Hausnummer = address-line1
    [i] = address-line2`,
  'two telephones in three, without a word between': `
    유선전화 m4 = tel-area-code
    [p] m4 = tel-local-prefix
    [p] m4 = tel-local-suffix
    휴대전화 m4 = tel-area-code
    [p] m4 = tel-local-prefix
    [p] m4 = tel-local-suffix`,
  'a telephone in three that no length tells apart': `
    Phone [phone_a] = tel-area-code
    [phone_b] = tel-local-prefix
    [phone_c] = tel-local-suffix`,
  'one name copied to every control': `
    Full name [email] = name
    Mobile number [email] = tel
    E-mail [email] = email
    House number and street [email] = address-line1`,
  'two addresses in two columns': `
    Address [badd1] = address-line1
    Address [sadd1] = address-line1`,
  'a mail address and again': `
    E-mail = email
    Confirm = email`,
  'a card of a shop beside one that pays': `
    Nectar card number = none
    Card number = cc-number
    Validade months = cc-exp-month
    years = cc-exp-year`,
  'a state that says nothing clear': `
    City = address-level2
    ST m2 = address-level1
    Zip = postal-code`,
  'a card with a start date': `
    Card number = cc-number
    Valid from (if shown) m5 "MM/YY" = none
    Expires m5 "MM/YY" = cc-exp
    Code m4 = cc-csc`,
  'a card with a start date in lists': `
    Card number = cc-number
    Start Date months = none
    [sy] years = none
    Expiry Date months = cc-exp-month
    [ey] years = cc-exp-year`,
  'a card in four inputs, one of them veiled': `
    카드번호 tel m4 = cc-number
    tel m4 = cc-number
    password m4 = cc-number
    tel m4 = cc-number
    유효기간 (월/년) m2 = cc-exp-month
    m2 = cc-exp-year
    생년월일 m6 = none`,
  'an expiry as one, its hidden halves behind it': `
    Card number = cc-number
    [cc-exp] "MM / YY" = cc-exp
    [cc-exp-year] hidden years = cc-exp-year`,
  'the receiver before a card': `
    Nome [x] = name
    Destinatário = name
    Número do cartão = cc-number`,
  'a birthday with its day first': `
    Número do cartão = cc-number
    Data de nascimento "DD / MM / AAAA" = none
    Validade "MM / AA" = cc-exp`,
  'a passenger': `
    First name (as on passport) = given-name
    Nationality countries = none
    Country of issue countries = none
    Country code codes = country
    Mobile number = tel`,
  'a telephone whose parts only developers name': `
    Home Phone [HpArea] = tel-area-code
    [HpExchange] = tel-local-prefix
    [HpExt] = tel-local-suffix
    Fax [fax] = none
    Ext. [faxext] = none`,
  'things that are called address or state': `
    IP address = none
    [hist_state] = none
    Search by name = none
    SIM card number = none`,
  'what is searched for, and what is sent': `
    Search stores by city or zip = none
    Enter the code sent to your phone = none
    Website address = none
    Numéro de carte de fidélité = none`,
  'short words among others': `
    Ihre PLZ = postal-code
    Ihr Ort = address-level2
    Last 3 digits on signature strip m3 = cc-csc
    Card number = cc-number`,
  'a number behind the code of its country': `
    Phone codes = country
    tel = tel`,
  'the codes of countries without their names': `
    Phone dials = tel-country-code
    tel = tel`,
  'another building before the street': `
    Building [a1] = address-line2
    Street address [a2] = address-line1`,
  'a birthday that no label names': `
    Card number = cc-number
    Geb. "DD/MM/AAAA" = none
    Expiration (MM/AA) = cc-exp`,
  'signs for words': `
    〒 = postal-code
    Calle = street-name
    Nº = house-number
    Indirizzo e n° civico = street-name`,
  'placeholders that are examples': `
    "例）123-4567" = postal-code
    "例）090-1234-5678" = tel
    "00-000" = postal-code`,
  'the name on a card, however it is said': `
    Kartennummer = cc-number
    Auf der Karte angegebener Name = cc-name
    Lieferadresse = address-line1`,
  'an expiry before a secret and a birthday': `
    유효기간(월/년) "MM" m2 = cc-exp-month
    "YY" m2 = cc-exp-year
    카드 비밀번호 앞 2자리 password m2 = none
    생년월일 6자리 m6 = none
    카드번호 = cc-number`,
  'what expires after a card': `
    Card number = cc-number
    Expiry date = cc-exp
    CVC = cc-csc
    Driving licence number = none
    Expiry date = none`,
  'a date from which a card is valid': `
    Card number = cc-number
    Start date [start] "MM/YY" = none
    Expiry date [exp] "MM/YY" = cc-exp`,
  'whose a telephone or a place is': `
    Téléphone du destinataire = tel
    Dirección de e-mail = email
    Localidade do código postal = address-level2
    Nome da cidade = address-level2
    City of birth = none`,
  'a number before a street of the same name': `
    Numero [adrNumVoie] = house-number
    Nom de la voie [adrNomVoie] = street-name`,
  'a card number that developers call an account': `
    Card number [AccountNumber] = cc-number
    CVV [CVV] = cc-csc`,
  'an expiry in two lists, the second without words': `
    Número de tarjeta = cc-number
    Fecha de expiración list = cc-exp-month
    list = cc-exp-year`,
  'an expiry chosen as a month': `
    Kortnummer = cc-number
    Datum/år [cardDate] month = cc-exp`,
  'numbers of safety': `
    Numéro de carte = cc-number
    Numéro de sécurité à 3 chiffres = cc-csc
    Numéro de sécurité sociale = none
    Nombre fiscal = organization`,
  'a card as payment modules of shops name it': `
    Credit Card Owner [ccOwner] = cc-name
    Credit Card Number [ccNumber] = cc-number
    Credit Card Check Number [ccCheck] = cc-csc
    Enter a name for this card [ccdescription] = none`,
  'whose a place is, in its identifier': `
    Nom de l'établissement [nomEtablissement] = organization
    Ville [villeEtablissement] = address-level2
    P.O. Box Number [postalBoxNumber] = none`,
  'a security code as it is often misspelt': `
    Card number = cc-number
    "Expiration Date" = cc-exp
    "CSV" [csv] = cc-csc`,
  'instalments are no months': `
    "Número do cartão" = cc-number
    "Mês" = cc-exp-month
    "Ano" = cc-exp-year
    instalments = none`,
  'a birthday of which the month is a list': `
    Día "DD" = none
    Mes months = none
    Año "AAAA" = none
    Estado civil = none
    Número de tarjeta = cc-number`,
  'who is to be asked for': `
    Firma = organization
    Kontaktperson = name
    Contactpersoon = name
    Personne à contacter = name
    Persona de contacto = name
    Yhteyshenkilö = name`,
  'a form that asks for a card alone': `
    Your name = cc-name
    Card number = cc-number
    Expiry date = cc-exp
    CVC = cc-csc`,
  'whose a card is': `
    Nom du propriétaire [nomProprietaire] = cc-name
    Numéro de carte = cc-number
    Cédula o RUC del titular = none
    CPF do titular do cartão = none`,
  'a card whose number is asked for elsewhere': `
    Titular Tarjeta = cc-name
    Mes Expiración [cboMes] list = cc-exp-month
    Año Expiración [cboAnio] list = cc-exp-year
    Cuota inicial number = none
    Plazo list = none`,
  'an expiry in two inputs, the second without words': `
    Card number = cc-number
    CVC = cc-csc
    Expiry date (MM/YYYY) = cc-exp-month
    number = cc-exp-year
    Amount = none`,
  'a label with its instructions': `
    E-mail Information Order Confirmation E-mail This e-mail address will only be used if we have questions = email
    Street = address-line1`,
};

describe('kinds of forms', () => {
  for (const [kind, form] of Object.entries(FORMS)) {
    it(kind, () => {
      const { said, expected } = judgeForm(form);
      expect(said).toEqual(expected);
    });
  }
});
