import { describe, expect, it } from 'vitest';
import { judgeForm } from './judge-form.ts';

const FORMS: Record<string, string> = {
  'month and year in one box, in words': `
    Kart Numarası = cc-number
    Ay / Yıl = cc-exp
    CVC = cc-csc`,
  'month and year that share a label in two boxes': `
    Card number = cc-number
    Expires (MM/YY) m2 = cc-exp-month
    m2 = cc-exp-year`,
  'a start that is shown as an expiry is': `
    Card number = cc-number
    Start date "MM/YY" = none
    Expiry date "MM/YY" = cc-exp
    Security code = cc-csc`,
  'an account number between the kind of a card and its expiry': `
    Type of card list = cc-type
    Account number [acct] = cc-number
    Exp. date months = cc-exp-month
    years = cc-exp-year`,
  'an account number before the holder, and a code by another name': `
    Account Number [an] = cc-number
    Name on Card = cc-name
    Expiration Month months = cc-exp-month
    Expiration Year years = cc-exp-year
    Authentication Code (CVV2) [cv] = cc-csc`,
  'cards and nothing else under the word for a way to pay': `
    Payment method cards = cc-type
    Card number = cc-number
    Expiration date months = cc-exp-month
    years = cc-exp-year`,
  'a holder in two, the second of whom says which part it is': `
    カード番号 = cc-number
    カード名義 [card_name01] = cc-name
    姓 [card_name02] = cc-family-name
    有効期限 m5 = cc-exp`,
  "parts of a name beside a card and nobody's address": `
    カード番号 = cc-number
    有効期限 m5 = cc-exp
    名 [nm1] = cc-given-name
    姓 [nm2] = cc-family-name`,
  'parts of a name that have an address too': `
    First name = given-name
    Last name = family-name
    E-mail = email
    Card number = cc-number
    Expiry date m5 = cc-exp`,
  'a card by its two kinds in Greek': `
    Πιστωτική/Χρεωστική κάρτα* = cc-number`,
  'who pays': `
    Student ID = none
    Payor Name = name
    Address = address-line1
    Credit Card Number = cc-number
    Expiration Date (mmyy) m4 = cc-exp`,
  'the account of a bill that is paid by card': `
    Account # [acct_no] = none
    Card # = cc-number
    Exp. Date (mm/yyyy) = cc-exp
    3-digit CVV2 = cc-csc`,
  'a verification code that is called a card’s': `
    Zip [zip] m5 = postal-code
    m4 = postal-code
    Card Number = cc-number
    Expiration months = cc-exp-month
    years = cc-exp-year
    Verification Code [cvc] = cc-csc`,
  'the holder’s name in two boxes under one label': `
    持卡人姓名 "姓" = cc-family-name
    "名" = cc-given-name
    卡號 = cc-number
    有效月年 m5 = cc-exp`,
  'a word for a name and a word for a card': `
    Broj kartice = cc-number
    Ime na kartici = cc-name
    Vrijedi do = cc-exp`,
  'a holder who is asked for an identity card': `
    מספר כרטיס אשראי = cc-number
    תעודת זהות בעל הכרטיס = none
    שם בעל הכרטיס = cc-name`,
  'month and year by their letters in Russian': `
    Номер карты = cc-number
    ММ m2 = cc-exp-month
    ГГ m2 = cc-exp-year
    CVV = cc-csc`,
  'a date from which a card is valid, in halves': `
    Card number = cc-number
    Valid from [startMonth] "MM" = none
    [startYear] "YY" = none
    Expiry [expiryMonth] "MM" m2 = cc-exp-month
    [expiryYear] "YY" m2 = cc-exp-year
    CVV = cc-csc`,
  'a year of something else': `
    Tax year years = none
    Mailing address = address-line1
    Card number = cc-number
    Expires months = cc-exp-month
    years = cc-exp-year
    CVV = cc-csc`,
};

describe('kinds of card forms', () => {
  for (const [name, form] of Object.entries(FORMS)) {
    it(name, () => {
      const { said, expected } = judgeForm(form);
      expect(said).toEqual(expected);
    });
  }
});
