import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from '#shared/api/locale.ts';
import { CHECK_TEXTS, type CheckTextKey } from '#shared/checks/check-texts.ts';
import { formatMoney, makeMoneyFormat } from '#shared/money/amount.ts';
import { type Currency, isCurrency } from '#shared/money/currency.ts';
import en from '../locales/en.json' with { type: 'json' };
import ja from '../locales/ja.json' with { type: 'json' };
import ko from '../locales/ko.json' with { type: 'json' };

/** The name of one text; English is the catalogue that the others are held against. */
export type TextKey = keyof typeof en | CheckTextKey;
export type TextValues = Record<string, string | number>;

export const CATALOGUES: Record<Locale, Record<TextKey, string>> = {
  en: { ...en, ...CHECK_TEXTS.en },
  ko: { ...ko, ...CHECK_TEXTS.ko },
  ja: { ...ja, ...CHECK_TEXTS.ja },
};

/** Texts and forms of one language. Pure: same arguments, same words. */
export interface Text {
  locale: Locale;
  t(key: TextKey, values?: TextValues): string;
  /** What stands between two sentences: Japanese writes none. */
  gap: string;
  /** Minor units as a decimal string; an unserved currency is written by its code. */
  money(amountMinor: string, currency: string): string;
  /** A whole number, its digits grouped. */
  count(value: number): string;
  /** Day and month, with the year where it is not that of `nowMs`. */
  day(atMs: number, nowMs: number): string;
  /** Relative within a week, else the day. */
  when(atMs: number, nowMs: number): string;
  /** Date and time in full, for a tooltip and for papers. */
  exact(atMs: number): string;
  countryName(code: string): string;
  currencyName(code: string): string;
}

/** Makes the texts of `locale`; messages are ICU MessageFormat and are parsed once each. */
export function makeText(locale: Locale): Text {
  const parsed = new Map<TextKey, IntlMessageFormat>();
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  const currencies = new Intl.DisplayNames(locale, { type: 'currency' });
  const formats = makeFormats(locale);
  return {
    locale,
    t(key, values) {
      const format = parsed.get(key) ?? new IntlMessageFormat(CATALOGUES[locale][key], locale);
      parsed.set(key, format);
      return String(format.format(values));
    },
    gap: locale === 'ja' ? '' : ' ',
    money: (amountMinor, currency) =>
      isCurrency(currency)
        ? formatMoney(BigInt(amountMinor), currency, locale, formats.money(currency))
        : `${amountMinor} ${currency}`,
    count: value => formats.count.format(value),
    day: (atMs, nowMs) => formatDay(atMs, nowMs, formats),
    when: (atMs, nowMs) => formatRelative(atMs - nowMs, formats.relative) ?? formatDay(atMs, nowMs, formats),
    exact: atMs => formats.exact.format(atMs),
    countryName: code => countries.of(code) ?? code,
    currencyName: code => currencies.of(code) ?? code,
  };
}

type Formats = ReturnType<typeof makeFormats>;

/** Making a format takes many times longer than using it, and a list has thousands of numbers and dates. */
function makeFormats(locale: Locale) {
  const day = { day: 'numeric', month: 'short' } as const;
  const moneys = new Map<Currency, Intl.NumberFormat>();
  return {
    count: new Intl.NumberFormat(locale),
    exact: new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' }),
    day: new Intl.DateTimeFormat(locale, day),
    dayOfYear: new Intl.DateTimeFormat(locale, { ...day, year: 'numeric' }),
    relative: new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }),
    money(currency: Currency): Intl.NumberFormat {
      const format = moneys.get(currency) ?? makeMoneyFormat(currency, locale);
      moneys.set(currency, format);
      return format;
    },
  };
}

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

function formatDay(atMs: number, nowMs: number, formats: Formats): string {
  const sameYear = new Date(atMs).getFullYear() === new Date(nowMs).getFullYear();
  return (sameYear ? formats.day : formats.dayOfYear).format(atMs);
}

/** Null where `offsetMs` is a week or more away: then the date says more. */
function formatRelative(offsetMs: number, format: Intl.RelativeTimeFormat): string | null {
  const size = Math.abs(offsetMs);
  if (size < MINUTE) return format.format(0, 'second');
  if (size < HOUR) return format.format(Math.trunc(offsetMs / MINUTE), 'minute');
  if (size < DAY) return format.format(Math.trunc(offsetMs / HOUR), 'hour');
  if (size < 7 * DAY) return format.format(Math.trunc(offsetMs / DAY), 'day');
  return null;
}
