import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from '#shared/api/locale.ts';
import { CHECK_TEXTS, type CheckTextKey } from '#shared/checks/check-texts.ts';
import { formatMoney } from '#shared/money/amount.ts';
import { isCurrency } from '#shared/money/currency.ts';
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
        ? formatMoney(BigInt(amountMinor), currency, locale)
        : `${amountMinor} ${currency}`,
    count: value => new Intl.NumberFormat(locale).format(value),
    day: (atMs, nowMs) => formatDay(atMs, nowMs, locale),
    when: (atMs, nowMs) => formatRelative(atMs - nowMs, locale) ?? formatDay(atMs, nowMs, locale),
    exact: atMs => new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' }).format(atMs),
    countryName: code => countries.of(code) ?? code,
    currencyName: code => currencies.of(code) ?? code,
  };
}

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

function formatDay(atMs: number, nowMs: number, locale: Locale): string {
  const sameYear = new Date(atMs).getFullYear() === new Date(nowMs).getFullYear();
  const year = sameYear ? {} : { year: 'numeric' as const };
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...year }).format(atMs);
}

/** Null where `offsetMs` is a week or more away: then the date says more. */
function formatRelative(offsetMs: number, locale: Locale): string | null {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const size = Math.abs(offsetMs);
  if (size < MINUTE) return format.format(0, 'second');
  if (size < HOUR) return format.format(Math.trunc(offsetMs / MINUTE), 'minute');
  if (size < DAY) return format.format(Math.trunc(offsetMs / HOUR), 'hour');
  if (size < 7 * DAY) return format.format(Math.trunc(offsetMs / DAY), 'day');
  return null;
}
