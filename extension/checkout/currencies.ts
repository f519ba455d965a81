/** How pages write currencies, the longest first so that `US$` is not read as `$`. Null where only the page's country can tell. */
const MARKS: readonly (readonly [mark: string, code: string | null])[] = [
  ['CA$', 'CAD'],
  ['C$', 'CAD'],
  ['US$', 'USD'],
  ['AU$', 'AUD'],
  ['A$', 'AUD'],
  ['NZ$', 'NZD'],
  ['NT$', 'TWD'],
  ['HK$', 'HKD'],
  ['S$', 'SGD'],
  ['MX$', 'MXN'],
  ['R$', 'BRL'],
  ['S/.', 'PEN'],
  ['S/', 'PEN'],
  ['CN¥', 'CNY'],
  ['JP¥', 'JPY'],
  ['RMB', 'CNY'],
  ['CHF', 'CHF'],
  ['SFr.', 'CHF'],
  ['Fr.', 'CHF'],
  ['Rp.', 'IDR'],
  ['Rp', 'IDR'],
  ['RM', 'MYR'],
  ['د.إ', 'AED'],
  ['ر.س', 'SAR'],
  ['د.ك', 'KWD'],
  ['ج.م', 'EGP'],
  ['درهم', null],
  ['ريال', null],
  ['บาท', 'THB'],
  ['VNĐ', 'VND'],
  ['KD', 'KWD'],
  ['DT', 'TND'],
  ['د.ت', 'TND'],
  ['د.م.', 'MAD'],
  ['د.أ', 'JOD'],
  ['ر.ق', 'QAR'],
  ['ر.ع', 'OMR'],
  ['KSh', 'KES'],
  ['GH₵', 'GHS'],
  ['৳', 'BDT'],
  ['₡', 'CRC'],
  ['₲', 'PYG'],
  ['₾', 'GEL'],
  ['₼', 'AZN'],
  ['֏', 'AMD'],
  ['дин', 'RSD'],
  ['₸', 'KZT'],
  ['₦', 'NGN'],
  [':-', null],
  ['R', null],
  ['lv', 'BGN'],
  ['zł', 'PLN'],
  ['Kč', 'CZK'],
  ['лв', 'BGN'],
  ['грн', 'UAH'],
  ['руб', 'RUB'],
  ['Ft', 'HUF'],
  ['lei', 'RON'],
  ['kr', null],
  ['Rs.', null],
  ['Rs', null],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['￡', 'GBP'],
  ['₩', 'KRW'],
  ['￦', 'KRW'],
  ['원', 'KRW'],
  ['円', 'JPY'],
  ['₹', 'INR'],
  ['₽', 'RUB'],
  ['₺', 'TRY'],
  ['TL', 'TRY'],
  ['₫', 'VND'],
  ['đ', 'VND'],
  ['₴', 'UAH'],
  ['₱', 'PHP'],
  ['฿', 'THB'],
  ['₪', 'ILS'],
  ['元', null],
  ['¥', null],
  ['￥', null],
  ['$', null],
];

const CODES =
  'USD EUR GBP KRW JPY CNY TWD HKD SGD CAD AUD NZD CHF SEK NOK DKK PLN CZK HUF RON BGN TRY RUB UAH INR BRL MXN ARS CLP COP THB VND IDR MYR PHP ILS AED SAR ZAR ISK KWD BHD JOD OMR TND PEN KZT NGN EGP QAR MAD KES GHS BDT CRC PYG GEL AZN AMD RSD PKR LKR';
const CODE_SET = new Set(CODES.split(' '));

/** Which currency a shared mark stands for, by the region or language of the page. */
const BY_PLACE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  $: {
    CA: 'CAD',
    AU: 'AUD',
    NZ: 'NZD',
    SG: 'SGD',
    HK: 'HKD',
    TW: 'TWD',
    MX: 'MXN',
    AR: 'ARS',
    CL: 'CLP',
    CO: 'COP',
    '': 'USD',
  },
  '¥': { zh: 'CNY', CN: 'CNY', '': 'JPY' },
  rs: { PK: 'PKR', LK: 'LKR', ur: 'PKR', si: 'LKR', '': 'INR' },
  'rs.': { PK: 'PKR', LK: 'LKR', ur: 'PKR', si: 'LKR', '': 'INR' },
  R: { ZA: 'ZAR', af: 'ZAR', zu: 'ZAR', xh: 'ZAR' },
  ':-': { sv: 'SEK', SE: 'SEK', no: 'NOK', nb: 'NOK', NO: 'NOK', da: 'DKK', DK: 'DKK' },
  درهم: { MA: 'MAD', '': 'AED' },
  ريال: { QA: 'QAR', OM: 'OMR', '': 'SAR' },
  元: { TW: 'TWD', '': 'CNY' },
  kr: { sv: 'SEK', SE: 'SEK', no: 'NOK', nb: 'NOK', NO: 'NOK', da: 'DKK', DK: 'DKK', is: 'ISK', '': 'SEK' },
};

/** Digits after the point by ISO 4217, where it is not two. */
const EXPONENTS: Readonly<Record<string, number>> = {
  KRW: 0,
  JPY: 0,
  VND: 0,
  CLP: 0,
  ISK: 0,
  PYG: 0,
  KWD: 3,
  BHD: 3,
  JOD: 3,
  OMR: 3,
  TND: 3,
};

export function countCurrencyDigits(currency: string | null): number {
  return currency === null ? 2 : (EXPONENTS[currency] ?? 2);
}

export function isCurrencyCode(text: string): boolean {
  return CODE_SET.has(text);
}

/** A pattern that finds any mark or code; one of letters stands by itself or beside digits, in no word. */
export const CURRENCY_PATTERN = [...MARKS.map(([mark]) => mark), ...CODE_SET]
  .map(mark => {
    const before = /^\p{Script=Latin}/u.test(mark) ? '(?<!\\p{L})' : '';
    const behind = /[\p{Script=Latin}\p{Script=Cyrillic}]$/u.test(mark) ? '(?!\\p{L})' : '';
    return `${before}${mark.replace(/[$.]/g, '\\$&')}${behind}`;
  })
  .join('|');

/** ISO 4217 code of a mark on a page in `language` (BCP 47, as its `lang` says). */
export function nameCurrency(mark: string, language: string): string | null {
  if (CODE_SET.has(mark.toUpperCase())) return mark.toUpperCase();
  const plain = mark.replace('￥', '¥');
  const known = MARKS.find(([one]) => one.toLowerCase() === plain.toLowerCase());
  if (known?.[1]) return known[1];
  const places = BY_PLACE[plain] ?? BY_PLACE[plain.toLowerCase()];
  const [spoken = '', ...rest] = language.split('-');
  const region = rest.at(-1)?.toUpperCase();
  return (region ? places?.[region] : undefined) ?? places?.[spoken.toLowerCase()] ?? places?.[''] ?? null;
}
