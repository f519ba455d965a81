import { describe, expect, it } from 'vitest';
import { judgeForm } from './judge-form.ts';

const FORMS: Record<string, string> = {
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
};

describe('kinds of labels', () => {
  for (const [kind, form] of Object.entries(FORMS)) {
    it(kind, () => {
      const { said, expected } = judgeForm(form);
      expect(said).toEqual(expected);
    });
  }
});
