import {
  isAddressLine,
  isCardNumber,
  isCsc,
  isEmailAddress,
  isExpiry,
  isPersonName,
  isPhone,
  isPostcode,
  mentionsPostBox,
} from '../checks.ts';
import type { PageCountry } from './complaint-page.ts';

/** An order as a page sends it: what stands in each control, by its key. */
export type Order = Readonly<Record<string, string>>;

type Rule = (value: string, order: Order, country: PageCountry) => boolean;

const isStreet: Rule = value => isAddressLine(value) && /\d/.test(value) && !mentionsPostBox(value);
const isPlace: Rule = value => value.length > 1 && !/\d/.test(value);

/** What a shop checks about each kind of field. */
const RULES: Record<string, Rule> = {
  name: value => isPersonName(value),
  given: value => isPersonName(value),
  family: value => /^[\p{L} '-]+$/u.test(value),
  kana: value => /^[ァ-ヶー]+(?:[ \u3000][ァ-ヶー]+)?$/.test(value),
  hiragana: value => /^[ぁ-んー]+(?:[ \u3000][ぁ-んー]+)?$/.test(value),
  halfKana: value => /^[ｦ-ﾟ]+(?: [ｦ-ﾟ]+)?$/.test(value),
  /** In letters that a shop abroad can read. */
  latin: value => /^[A-Za-z][A-Za-z .'-]+$/.test(value),
  latinStreet: value => /^[A-Za-z0-9][A-Za-z0-9 .,'#-]*\d[A-Za-z0-9 .,'#-]*$/.test(value),
  number: value => value === '',
  email: value => isEmailAddress(value),
  mailLocal: value => /^[\w.-]+$/.test(value),
  mailDomain: (value, { mailLocal }) => isEmailAddress(`${mailLocal}@${value}`),
  email2: (value, { email }) => value !== '' && value === email,
  street: isStreet,
  streetName: value => isAddressLine(value),
  house: value => /^\d{1,4} ?[a-z]?$/i.test(value),
  line2: value => isAddressLine(value),
  city: isPlace,
  district: isPlace,
  state: value => value !== '',
  postcode: (value, _order, country) => isPostcode(value, country),
  postcode1: value => /^\d{3}$/.test(value),
  postcode2: value => /^\d{4}$/.test(value),
  /** Postcode and city. */
  place: value => /^\d{5} \p{L}/u.test(value),
  country: value => value !== '',
  tel: (value, _order, country) => isPhone(value, country),
  telCode: value => value !== '',
  telNational: (value, { telCode }, country) => isPhone(`${telCode}${value}`, country),
  tel1: value => /^\d{2,4}$/.test(value),
  tel2: value => /^\d{3,4}$/.test(value),
  tel3: (value, { tel1, tel2 }, country) => isPhone(`${tel1}${tel2}${value}`, country),
  cardNumber: value => isCardNumber(value),
  number1: (value, { number2, number3, number4 }) => isCardNumber(value + number2 + number3 + number4),
  number2: value => /^\d{4}$/.test(value),
  number3: value => /^\d{4}$/.test(value),
  number4: value => /^\d{4}$/.test(value),
  expiry: value => isExpiryText(value),
  expiryMonth: value => /^(0?[1-9]|1[0-2])$/.test(value),
  expiryYear: (value, { expiryMonth = '' }) => isExpiry(expiryMonth, value, Date.now()),
  csc: value => isCsc(value),
  cardName: value => isPersonName(value),
  /** Fields that only a robot sees, and what is none of ours. */
  trap: value => value === '',
};

function isExpiryText(value: string): boolean {
  const yearFirst = /^(\d{4})-(\d{2})$/.exec(value);
  if (yearFirst) return isExpiry(yearFirst[2] ?? '', yearFirst[1] ?? '', Date.now());
  const [, month = '', year = ''] = /^(\d{2}) ?[/.-]? ?(\d{2}|\d{4})$/.exec(value) ?? [];
  return isExpiry(month, year, Date.now());
}

/** Keys of an order that the shop finds fault with. A digit and letter after a dash tell fields of one kind apart. */
export function listFaults(order: Order, country: PageCountry): string[] {
  return Object.entries(order)
    .filter(([key, value]) => !RULES[key.replace(/-.*$/, '')]?.(value, order, country))
    .map(([key]) => key);
}
