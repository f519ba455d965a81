import { COUNTRY_CODES } from '../ui/country-codes.ts';

/** Names that stand in lists of forms and are nobody's: countries, months and weekdays, in English and the page's language. */
export function listPublicNames(language: string): string[] {
  const languages = ['en', ...Intl.DisplayNames.supportedLocalesOf([readLanguage(language)])];
  return languages.flatMap(one => {
    const countries = new Intl.DisplayNames(one, { type: 'region', fallback: 'none' });
    const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, 15)));
    const names = COUNTRY_CODES.map(code => countries.of(code) ?? '');
    const codes = COUNTRY_CODES.map(code => code.toLowerCase());
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(one, { month: style, timeZone: 'UTC' });
      names.push(...months.map(month => format.format(month)));
    }
    return [...names, ...codes];
  });
}

function readLanguage(language: string): string {
  try {
    return new Intl.Locale(language).toString();
  } catch {
    return 'en'; // A page may write anything into `lang`.
  }
}
