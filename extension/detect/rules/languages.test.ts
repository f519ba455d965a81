import { describe, expect, it } from 'vitest';
import { classifyFields } from '../classify-fields.ts';
import { describeLabelled } from '../describe-labelled.ts';
import type { FieldDescription } from '../field-description.ts';

function tokensOf(fields: readonly FieldDescription[]): string[] {
  return classifyFields(fields).map(one => one.token);
}

const ADDRESS_IN_LANGUAGES: Record<string, [string, string][]> = {
  en: [
    ['First name', 'given-name'],
    ['Last name', 'family-name'],
    ['Street address', 'address-line1'],
    ['Apt, suite, etc.', 'address-line2'],
    ['City', 'address-level2'],
    ['State / Province', 'address-level1'],
    ['ZIP code', 'postal-code'],
    ['Country/Region', 'country'],
    ['Phone number', 'tel'],
    ['E-mail address', 'email'],
  ],
  de: [
    ['Vorname*', 'given-name'],
    ['Nachname*', 'family-name'],
    ['Straße', 'street-name'],
    ['Hausnummer', 'house-number'],
    ['Adresszusatz', 'address-line2'],
    ['PLZ', 'postal-code'],
    ['Ort', 'address-level2'],
    ['Land', 'country'],
    ['Telefonnummer', 'tel'],
    ['E-Mail-Adresse', 'email'],
    ['Firma', 'organization'],
  ],
  fr: [
    ['Prénom', 'given-name'],
    ['Nom', 'family-name'],
    ['Adresse', 'address-line1'],
    ['Complément d’adresse', 'address-line2'],
    ['Code postal', 'postal-code'],
    ['Ville', 'address-level2'],
    ['Pays', 'country'],
    ['Téléphone portable', 'tel'],
    ['Société', 'organization'],
  ],
  es: [
    ['Nombre', 'given-name'],
    ['Apellidos', 'family-name'],
    ['Dirección', 'address-line1'],
    ['Código postal', 'postal-code'],
    ['Ciudad', 'address-level2'],
    ['Provincia', 'address-level1'],
    ['País', 'country'],
    ['Teléfono móvil', 'tel'],
    ['Correo electrónico', 'email'],
  ],
  it: [
    ['Nome', 'given-name'],
    ['Cognome', 'family-name'],
    ['Indirizzo', 'street-name'],
    ['Numero civico', 'house-number'],
    ['CAP', 'postal-code'],
    ['Città', 'address-level2'],
    ['Provincia', 'address-level1'],
    ['Cellulare', 'tel'],
  ],
  nl: [
    ['Voornaam', 'given-name'],
    ['Achternaam', 'family-name'],
    ['Postcode', 'postal-code'],
    ['Straatnaam', 'street-name'],
    ['Huisnummer', 'house-number'],
    ['Woonplaats', 'address-level2'],
    ['Telefoonnummer', 'tel'],
    ['Bedrijfsnaam', 'organization'],
  ],
  pt: [
    ['Nome completo', 'name'],
    ['CEP', 'postal-code'],
    ['Endereço', 'address-line1'],
    ['Complemento', 'address-line2'],
    ['Bairro', 'address-level3'],
    ['Cidade', 'address-level2'],
    ['Estado', 'address-level1'],
    ['Celular', 'tel'],
  ],
  pl: [
    ['Imię', 'given-name'],
    ['Nazwisko', 'family-name'],
    ['Ulica i numer', 'address-line1'],
    ['Kod pocztowy', 'postal-code'],
    ['Miejscowość', 'address-level2'],
    ['Kraj', 'country'],
    ['Telefon', 'tel'],
  ],
  sv: [
    ['Förnamn', 'given-name'],
    ['Efternamn', 'family-name'],
    ['Gatuadress', 'address-line1'],
    ['Postnummer', 'postal-code'],
    ['Postort', 'address-level2'],
    ['Mobilnummer', 'tel'],
    ['E-post', 'email'],
  ],
  da: [
    ['Fornavn', 'given-name'],
    ['Efternavn', 'family-name'],
    ['Adresse', 'address-line1'],
    ['Postnr.', 'postal-code'],
    ['By', 'address-level2'],
    ['Mobil', 'tel'],
  ],
  no: [
    ['Fornavn', 'given-name'],
    ['Etternavn', 'family-name'],
    ['Gateadresse', 'address-line1'],
    ['Postnummer', 'postal-code'],
    ['Poststed', 'address-level2'],
    ['Mobilnummer', 'tel'],
  ],
  fi: [
    ['Etunimi', 'given-name'],
    ['Sukunimi', 'family-name'],
    ['Katuosoite', 'address-line1'],
    ['Postinumero', 'postal-code'],
    ['Postitoimipaikka', 'address-level2'],
    ['Puhelinnumero', 'tel'],
    ['Sähköposti', 'email'],
  ],
  cs: [
    ['Jméno', 'given-name'],
    ['Příjmení', 'family-name'],
    ['Ulice a číslo', 'address-line1'],
    ['PSČ', 'postal-code'],
    ['Město', 'address-level2'],
    ['Telefon', 'tel'],
  ],
  ko: [
    ['받는 사람', 'name'],
    ['휴대폰', 'tel'],
    ['우편번호', 'postal-code'],
    ['주소', 'address-line1'],
    ['상세주소', 'address-line2'],
    ['이메일', 'email'],
  ],
  ja: [
    ['姓', 'family-name'],
    ['名', 'given-name'],
    ['郵便番号', 'postal-code'],
    ['都道府県', 'address-level1'],
    ['市区町村', 'address-level2'],
    ['番地', 'address-line1'],
    ['建物名', 'address-line2'],
    ['電話番号', 'tel'],
    ['メールアドレス', 'email'],
  ],
  'zh-CN': [
    ['收货人', 'name'],
    ['手机号码', 'tel'],
    ['省份', 'address-level1'],
    ['城市', 'address-level2'],
    ['详细地址', 'address-line1'],
    ['邮政编码', 'postal-code'],
  ],
  'zh-TW': [
    ['收件人', 'name'],
    ['手機號碼', 'tel'],
    ['郵遞區號', 'postal-code'],
    ['詳細地址', 'address-line1'],
    ['電子郵件', 'email'],
  ],
  ru: [
    ['Имя', 'given-name'],
    ['Фамилия', 'family-name'],
    ['Отчество', 'additional-name'],
    ['Адрес доставки', 'address-line1'],
    ['Город', 'address-level2'],
    ['Область', 'address-level1'],
    ['Почтовый индекс', 'postal-code'],
    ['Страна', 'country'],
    ['Номер телефона', 'tel'],
    ['Электронная почта', 'email'],
  ],
  tr: [
    ['Adınız', 'given-name'],
    ['Soyadınız', 'family-name'],
    ['Adres', 'address-line1'],
    ['Posta kodu', 'postal-code'],
    ['Şehir', 'address-level2'],
    ['Ülke', 'country'],
    ['Cep telefonu', 'tel'],
  ],
};

const CARD_IN_LANGUAGES: Record<string, [string, string, string, string]> = {
  en: ['Card number', 'Expiration date (MM/YY)', 'Security code', 'Name on card'],
  de: ['Kartennummer', 'Gültig bis', 'Prüfziffer', 'Karteninhaber'],
  fr: ['Numéro de carte', 'Date d’expiration', 'Cryptogramme visuel', 'Titulaire de la carte'],
  es: ['Número de tarjeta', 'Fecha de caducidad', 'Código de seguridad', 'Titular de la tarjeta'],
  it: ['Numero della carta', 'Data di scadenza', 'Codice di sicurezza', 'Intestatario carta'],
  nl: ['Kaartnummer', 'Vervaldatum', 'Beveiligingscode', 'Naam op kaart'],
  pt: ['Número do cartão', 'Validade', 'Código de segurança', 'Nome impresso no cartão'],
  pl: ['Numer karty', 'Data ważności', 'Kod CVV', 'Posiadacz karty'],
  sv: ['Kortnummer', 'Giltig till', 'Säkerhetskod', 'Kortinnehavare'],
  da: ['Kortnummer', 'Udløbsdato', 'Kontrolcifre', 'Kortholder'],
  no: ['Kortnummer', 'Utløpsdato', 'Sikkerhetskode', 'Navn på kortet'],
  fi: ['Kortin numero', 'Voimassaoloaika', 'Turvakoodi', 'Kortinhaltija'],
  cs: ['Číslo karty', 'Platnost do', 'Bezpečnostní kod', 'Držitel karty'],
  ko: ['카드번호', '유효기간', '보안코드', '카드 소유자'],
  ja: ['カード番号', '有効期限', 'セキュリティコード', 'カード名義人'],
  'zh-CN': ['信用卡号', '有效期', '安全码', '持卡人姓名'],
  'zh-TW': ['信用卡號碼', '有效期限', '安全碼', '持卡人'],
  ru: ['Номер карты', 'Срок действия', 'Код безопасности', 'Владелец карты'],
  tr: ['Kart numarası', 'Son kullanma tarihi', 'Güvenlik kodu', 'Kart sahibi'],
};

describe('labels alone say what an address form asks for', () => {
  for (const [language, rows] of Object.entries(ADDRESS_IN_LANGUAGES)) {
    it(`in ${language}`, () => {
      expect(tokensOf(rows.map(([label]) => describeLabelled(label)))).toEqual(
        rows.map(([, token]) => token),
      );
    });
  }
});

describe('labels alone say what a card form asks for', () => {
  for (const [language, labels] of Object.entries(CARD_IN_LANGUAGES)) {
    it(`in ${language}`, () => {
      const tokens = tokensOf(labels.map(label => describeLabelled(label)));
      expect(tokens).toEqual(['cc-number', 'cc-exp', 'cc-csc', 'cc-name']);
    });
  }
});
