import { describe, expect, it } from 'vitest';
import { judgeForm } from './judge-form.ts';

const FORMS: Record<string, string> = {
  Arabic: `
    الاسم الأول = given-name
    اسم العائلة = family-name
    رقم الجوال = tel
    البريد الإلكتروني = email
    المدينة = address-level2
    الحي = address-level3
    الشارع = street-name
    رقم المبنى = house-number
    الرمز البريدي = postal-code
    الدولة countries = country
    رقم البطاقة = cc-number
    تاريخ الانتهاء = cc-exp
    رمز الأمان = cc-csc`,
  Persian: `
    نام کاربری = none
    نام = given-name
    نام خانوادگی = family-name
    شماره موبایل = tel
    استان = address-level1
    شهر = address-level2
    آدرس = street-name
    پلاک = house-number
    کد پستی = postal-code`,
  Thai: `
    ชื่อผู้ใช้ = none
    กรุณากรอกชื่อ = given-name
    นามสกุล = family-name
    เบอร์โทรศัพท์ = tel
    ที่อยู่จัดส่ง = address-line1
    ตำบล/แขวง = address-level3
    อำเภอ/เขต = address-level2
    จังหวัด = address-level1
    รหัสไปรษณีย์ = postal-code`,
  Lithuanian: `
    Vartotojo vardas = none
    Vardas = given-name
    Pavardė = family-name
    Gatvė = street-name
    Namo nr. = house-number
    Miestas = address-level2
    Pašto kodas = postal-code`,
  Latvian: `
    Vārds = given-name
    Uzvārds = family-name
    Tālrunis = tel
    Adrese = address-line1
    Pilsēta = address-level2
    Pasta indekss = postal-code`,
  Estonian: `
    Kasutajanimi = none
    Eesnimi = given-name
    Perekonnanimi = family-name
    Aadress = address-line1
    Linn = address-level2
    Maakond = address-level1
    Postiindeks = postal-code`,
  Slovenian: `
    Uporabniško ime = none
    Ime = given-name
    Priimek = family-name
    Ulica in hišna številka = address-line1
    Kraj = address-level2
    Država countries = country`,
  Serbian: `
    Име = given-name
    Презиме = family-name
    Место = address-level2
    Поштански број = postal-code
    Имејл = email`,
  Hebrew: `
    מספר כרטיס = cc-number
    שם בעל הכרטיס = cc-name
    ת.ז. בעל הכרטיס = none`,
  'Dutch, in parts': `
    Roepnaam = given-name
    Tussenvoegsels = additional-name
    Achternaam = family-name`,
  'Japanese, of a booking': `
    ご予約者名 = name
    お電話番号 = tel`,
  'Polish, on a card': `
    Imię (na karcie) = cc-name
    Nr karty = cc-number
    Kod CVV = cc-csc`,
  Vietnamese: `
    Tên công ty = organization
    Họ và tên = name`,
  'Arabic of other countries': `
    رمز الدولة dials = tel-country-code
    رقم الهاتف = tel
    اسم الشارع = street-name
    رقم العمارة = house-number
    الدور = address-line2`,
  Malay: `
    Nama Penuh = name
    Alamat 1 = address-line1
    Poskod = postal-code
    Bandar = address-level2
    Negeri = address-level1
    Emel = email`,
};

describe('labels alone say what a form asks for', () => {
  for (const [language, form] of Object.entries(FORMS)) {
    it(`in ${language}`, () => {
      const { said, expected } = judgeForm(form);
      expect(said).toEqual(expected);
    });
  }
});
