import type { FieldDescription, FieldOption, FieldToken } from './field-description.ts';
import { foldLetters, partWords } from './fold-text.ts';
import { rememberEach } from './remember-each.ts';
import { SPACELESS } from './rules/lexicon.ts';
import { isListed } from './rules/match-rules.ts';

export interface OptionsReading {
  token: FieldToken;
  /** What the options are worth against words, where a label is worth 10. */
  weight: number;
}

/** Names in many forms; those in one are in `word-lists.ts`. */
const COUNTRIES =
  /^(?:(?:argentin|australi|belgi|bra[sz]il|bulgari|cesk|espa|ital|nederland|turk)\w*|(?:osterrei|frankr|german|pol[os]|slov)\w+|(?:czech|hong kong|(?:south )?korea|russia|taiwan|united (?:kingdom|states)|great britain|アメリカ|中国|台[湾灣]|香港).*|vere(?:inigte|nigd)\w* .*)$/;
const STATES =
  /^(?:baja california.*|..府|..県|...県|..縣|[臺台新桃高基嘉][北園中南雄隆竹義]市|.*省|.*自治区|a[lkzr] .*)$/;
/** What is longer in signs is an address or a branch. */
const LONGEST_STATE = 9;
const MONTHS =
  /^(?:0?[1-9]|1[0-2])(?: ?[^\dx ].*)?$|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic|janv|fev|avr|mai|juin|juil|aout|okt|dez|gen|mag|giu|lug|set|ott)/;
/** Choices of what is paid, and of what it is paid in. */
const MONEY = /[$€£¥₩₹]/;
const CARD_BRANDS = /visa|master ?card|amex|american express|discover|maestro|jcb|diners/;
const PHONE_CODE = /\+\s?\d{1,4}\b|^\d{1,4} ?\(/;
/** So many choices of a long list tell what it is of. */
const MOST_ASKED = 20;
/** What stands in brackets behind a name, in folded letters. */
const REMARK = /(?<=[a-z\xaa-\uffff]) ?\([^+\d]*$/;
/** Cities, districts and wards end so. */
const TOWNS = /^.{1,6}[市区區郡町村鎮鄉县군구]$|^..시$/;

// Two addresses of a page have the same countries, and a year is offered twice.
const foldChoice = rememberEach((text): string => {
  const folded = foldLetters(text);
  return partWords(folded.includes('(') ? folded.replace(REMARK, '') : folded);
});

/** What the choices of a select say about it, whatever it is called. */
export function readOptionsMeaning(field: FieldDescription): OptionsReading | null {
  const options = field.options.filter(one => one.text || one.value);
  if (options.length === 0) return null;
  const dates = readDateOptions(options);
  if (dates) return dates;
  const step = Math.ceil(options.length / MOST_ASKED);
  const asked = options.filter((_, at) => at % step === 0);
  if (asked.filter(one => MONEY.test(one.text)).length > 0.6 * asked.length)
    return { token: 'none', weight: 20 };
  const texts = asked.map(one => foldChoice(one.text));
  const share = (test: (text: string) => boolean): number => texts.filter(test).length / texts.length;
  if (options.length > 3 && asked.filter(one => PHONE_CODE.test(one.text)).length > 0.6 * asked.length)
    return { token: 'tel-country-code', weight: 16 };
  if (share(text => COUNTRIES.test(text) || isListed('countries', text)) > (options.length > 20 ? 0.25 : 0.5))
    return { token: 'country', weight: 14 };
  if (isStates(share, options)) return { token: 'address-level1', weight: 12 };
  if (SPACELESS.test(texts.at(-1) ?? '') && share(text => TOWNS.test(text)) > 0.6)
    return { token: 'address-level2', weight: 8 };
  return readCardBrands(share);
}

function isStates(
  share: (test: (text: string) => boolean) => number,
  options: readonly FieldOption[],
): boolean {
  const isState = (text: string) =>
    STATES.test(text) ||
    isListed('states', SPACELESS.test(text) && text.length <= LONGEST_STATE ? text.slice(0, 2) : text);
  if (share(isState) > (options.length > 8 ? 0.3 : 0.6)) return true;
  return options.length > 8 && share(text => isListed('stateCodes', text)) > 0.5;
}

// With digits they are cards that somebody keeps there.
function readCardBrands(share: (test: (text: string) => boolean) => number): OptionsReading | null {
  return share(text => CARD_BRANDS.test(text) && !/\d\d/.test(text)) >= 0.5
    ? { token: 'cc-type', weight: 16 }
    : null;
}

function readDateOptions(options: readonly FieldOption[]): OptionsReading | null {
  if (isMonths(options)) return { token: 'cc-exp-month', weight: 8 };
  const years = options.map(one => readYear(one.text.trim())).filter(year => year !== null);
  if (years.length < 5 || years.length < options.length - 2) return null;
  const [first = 0] = years;
  const last = years.at(-1) ?? 0;
  if (last > first && first >= 2005 && last - first <= 40)
    return { token: 'cc-exp-year', weight: isFourDigits(options) ? 10 : 3.5 };
  return { token: 'none', weight: 14 };
}

function isMonths(options: readonly FieldOption[]): boolean {
  if (options.length < 11 || options.length > 14) return false;
  const months = options.filter(one => MONTHS.test(foldChoice(one.text))).length;
  return months === 11 || months === 12;
}

function isFourDigits(options: readonly FieldOption[]): boolean {
  return /^\d{4}$/.test(options.at(-1)?.text.trim() ?? '');
}

function readYear(text: string): number | null {
  if (!/^(?:(?:19|20)\d\d|[1-5]\d)$/.test(text)) return null;
  return text.length > 2 ? Number(text) : 2000 + Number(text);
}
