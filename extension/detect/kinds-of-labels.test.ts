import { describe, expect, it } from 'vitest';
import { judgeForm } from './judge-form.ts';

const FORMS: Record<string, string> = {
  'words that other shops have': `
    اسم الشارع ورقم المنزل = address-line1
    Complemento / Referência [comp] = address-line2
    Contactnummer = tel
    Bloq. = address-line2
    Kontaktnummer = tel
    Entre calle = none
    الموبايل = tel
    Nr drzwi = address-line2
    التليفون الأرضي [land] = tel
    ご担当者名 = name
    Poštna številka in kraj [pst] m4 = postal-code
    [kraj] = address-level2
    Adres ismi [baslik] = none
    공동현관 출입방법 [gate] = none
    Nome sul citofono = none
    06-nummer = tel
    町村名・番地 [ADDRESS2] = address-line1
    Kártyabirtokos neve [nev] = cc-name
    Ап. = address-line2
    Nume și prenume destinatar [d_nume] = name
    Bloc = address-line2
    Квартал = address-level3`,
  'whose or what for, before the word for an address': `
    Besøksadresse = address-line1
    Epostadress = email
    Postnummer = postal-code
    Objektanschrift = address-line1
    Adresszusatz = address-line2
    Stadt = address-level2
    Verblijfadres = address-line1
    E-mailadres = email
    Postcode = postal-code
    Kesäosoite = address-line1
    Sähköpostiosoite = email`,
  'words that shops of fewer have': `
    Número para contato [numero_contato] = tel
    Názov spoločnosti = organization
    Gatvė = address-line1
    Buto nr. = address-line2`,
  'a holder in two': `
    Numero carta = cc-number
    Nome titolare [nome] = cc-given-name
    Cognome titolare [cognome] = cc-family-name`,
  'digits that stick to their words': `
    Name = name
    Address1: = address-line1
    Address2: = address-line2
    Phone1 = tel
    Phone2 = tel
    Email2 = email
    Card number = cc-number
    CVV2 = cc-csc`,
  'months with their names in brackets': `
    Credit Card No. = cc-number
    Expiration Date remarked = cc-exp-month
    years = cc-exp-year`,
  'an expiry in other words': `
    Company/care of [address3] = organization
    Card # = cc-number
    Expire Date: m5 = cc-exp
    Kartenprüfcode = cc-csc`,
  'a telephone with its area code': `
    First name = given-name
    Telephone number including area code = tel
    Mobiltelefonszám = tel
    E-mailadress = email
    Adress = address-line1
    Adresstillägg = address-line2`,
  'a street that only a sign parts from its number': `
    Name = name
    Street, No. (*) = address-line1
    City = address-level2`,
  'a postcode that finds the rest of its line': `
    Address = address-line1
    Zip Code "Enter Zip for City and State" [zipCode] m10 = postal-code
    City = address-level2`,
  'a card by its whole name': `
    CC No. = cc-number
    Name on the credit card = cc-name
    MMYY = cc-exp
    CV Code = cc-csc`,
  'whose card, in other languages': `
    Kreditkartennummer = cc-number
    Name auf der Kreditkarte = cc-name
    Titular do cartão de crédito = cc-name
    Kredi kartı üzerindeki isim = cc-name
    Имя на кредитной карте = cc-name
    Jméno na platební kartě = cc-name
    Scadenza carta di credito = cc-exp`,
  'prompts that end with a verb': `
    Geben Sie Ihren Vornamen ein = given-name
    Geben Sie Ihre Adresse ein = address-line1
    Geben Sie Ihren Ort ein = address-level2
    Geben Sie Ihre PLZ ein = postal-code
    EIN = none`,
  'prompts that begin with one': `
    姓を入力 = family-name
    Digite seu CEP = postal-code
    Inserisci il CAP = postal-code
    Выберите страну countries = country
    国を選択してください countries = country
    국가를 선택하세요 countries = country
    ZIP code of billing address = postal-code`,
  'prompts that no rule knows': `
    都道府県を選択してください countries = country
    Land: This field is required countries = country
    State/Province: This field is required = address-level1
    配送希望日を選択してください list = none`,
  'who takes a parcel': `
    Consignee = name
    Trading name = organization
    Address = address-line1
    Governorate = address-level1`,
  'cards of shops': `
    カード番号 = cc-number
    ポイントカード番号 = none
    会員カード番号 = none
    멤버십 카드번호 = none
    会员卡号 = none
    Номер карты лояльности = none
    Numer karty klienta = none
    Číslo karty zákazníka = none
    Número de tarjeta de socio = none`,
  'words of default templates': `
    Strasse, Hausnr. = address-line1
    zus. Info = address-line2
    Fon = tel
    Persona di riferimento = name
    Kod do domofonu [kod] = none
    Paczkomat (kod) = none
    邮箱编码 [postcode] = postal-code
    IČ [companyId] = none
    标志建筑 [sign_building] = none
    Alternate number [mat-input-5] = tel`,
  'a province that a shop calls a state and a country': `
    Etat/pays [region] = address-level1
    Pays = country`,
  'what a card in a parcel is signed with': `
    Recipient name = name
    Signature [sg] = none`,
  'where a parcel goes, before the street': `
    Deliver To [deliver_to] = name
    Company Name = organization
    Address Line 1 = address-line1
    Suburb/Town = address-level2`,
  'where a parcel goes, instead of the street': `
    Ship to: = address-line1
    City = address-level2
    Zip = postal-code`,
  'where else nothing is sent': `
    Deliver to = none
    Email = email`,
  'a name in two boxes that are counted': `
    お名前 [name01] = family-name
    [name02] = given-name
    住所 = address-line1`,
  'streets between which a house stands': `
    Dirección = address-line1
    Entre calles [calles] "Entre calles" = none
    Ciudad = address-level2`,
  'a house number that developers call a second line': `
    Indirizzo* [line1] = street-name
    N° civico* [line2] = house-number
    CAP* [postcode] m5 = postal-code`,
  'a house number that takes digits': `
    Endereço [street] = street-name
    Número [number] tel = house-number
    Complemento [complement] = address-line2`,
  'a number in the French of Canada': `
    Numéro civique = house-number
    Rue = street-name
    Ville = address-level2`,
  'marks of what is required': `
    番地 必須 [address2] = address-line1
    建物名・部屋番号 [address3] = address-line2`,
  'a number that a Portuguese shop calls a contact': `
    Nome = given-name
    Apelido = family-name
    Contacto * = tel`,
  'what opens a door': `
    Portkod [shipping.doorCode] = none
    Adress = address-line1`,
  'a card of the shop, in an identifier': `
    Advantage Card number [advantageCardNumber] m16 = none
    Card number [userCardNumber] = cc-number`,
  'what a delivery is called': `
    お届け先名称 [nickname] = none`,
  'names in one piece': `
    [billingcity] = address-level2
    [shippingzip] = postal-code`,
  'when a card became valid': `
    Number [card_number] "xxxx xxxx xxxx xxxx" = cc-number
    Start [card_start] month = none
    Expiry [card_expiry] month = cc-exp`,
  'a name that is said in two ways': `
    Last name / Surname = family-name
    Prenumele = given-name`,
  'a street in two words': `
    Nome della via [via] = street-name
    N° m4 = house-number`,
  'who stands beside a bank': `
    Account holder's name [account_name] = none
    Sort code first two digits = none`,
  'more words of other shops': `
    Zusätzliche Angaben = address-line2
    Adresse = address-line1
    Code porte 1 = none
    Empfängername = name`,
  'a card in more languages': `
    Kortinhaver = cc-name
    Detinătorul cardului = cc-name
    Card number = cc-number
    Voimassaolo = cc-exp
    קוד אבטחה = cc-csc`,
  'an initial between two names': `
    First name = given-name
    Initial = additional-name
    Last name = family-name`,
};

describe('kinds of labels', () => {
  for (const [kind, form] of Object.entries(FORMS)) {
    it(kind, () => {
      const { said, expected } = judgeForm(form);
      expect(said).toEqual(expected);
    });
  }
});
