import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from '#shared/api/locale.ts';
import { formatMoney, makeMoneyFormat } from '#shared/money/amount.ts';
import { CURRENCIES, type Currency, isCurrency } from '#shared/money/currency.ts';
import en from './texts/en.json' with { type: 'json' };
import ja from './texts/ja.json' with { type: 'json' };
import ko from './texts/ko.json' with { type: 'json' };

export type TextKey = keyof typeof en;

/** Every text in every language; a language that lacks one does not compile. */
export const TEXTS: Record<Locale, Record<TextKey, string>> = { en, ko, ja };

/** Parsed once: parsing a text takes longer than putting values into it. */
const MESSAGES = eachLocale(locale => {
  const parsed = Object.entries(TEXTS[locale]).map(([key, text]) => [
    key,
    new IntlMessageFormat(text, locale),
  ]);
  return Object.fromEntries(parsed) as Record<TextKey, IntlMessageFormat>;
});

/** The text of `key` in `locale`, with its values put in (ICU MessageFormat). */
export function formatText(locale: Locale, key: TextKey, values: Record<string, string> = {}): string {
  return String(MESSAGES[locale][key].format(values));
}

export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(en, key);
}

/** The zone is written out: we do not know where a mail is read. */
const TIME_STYLE: Intl.DateTimeFormatOptions = {
  ...{ year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' },
  ...{ hourCycle: 'h23', timeZone: 'UTC', timeZoneName: 'short' },
};
/** Made once: making one takes longer than all its uses in a mail. */
const TIME_FORMATS = eachLocale(locale => new Intl.DateTimeFormat(locale, TIME_STYLE));
const MONEY_FORMATS = eachLocale(locale => {
  const made = Object.keys(CURRENCIES)
    .filter(isCurrency)
    .map(currency => [currency, makeMoneyFormat(currency, locale)]);
  return Object.fromEntries(made) as Record<Currency, Intl.NumberFormat>;
});

function eachLocale<T>(make: (locale: Locale) => T): Record<Locale, T> {
  return { en: make('en'), ko: make('ko'), ja: make('ja') };
}

/** Date and time in the form of `locale`. */
export function formatTime(atMs: number, locale: Locale): string {
  return TIME_FORMATS[locale].format(atMs);
}

export function formatAmount(amountMinor: bigint, currency: Currency, locale: Locale): string {
  if (!isCurrency(currency)) throw new TypeError('a purchase has a currency that is not served');
  return formatMoney(amountMinor, currency, locale, MONEY_FORMATS[locale][currency]);
}
