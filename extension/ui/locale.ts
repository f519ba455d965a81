import { LOCALES, type Locale } from '#shared/api/locale.ts';

/** Each language by its own name: a person who reads only that one must find it. */
export const LOCALE_NAMES: Record<Locale, string> = { en: 'English', ko: '한국어', ja: '日本語' };

/** The first of the browser's `languages` (BCP 47) that there is a catalogue for, else English. */
export function chooseLocale(languages: readonly string[]): Locale {
  for (const language of languages) {
    const primary = language.toLowerCase().split('-')[0];
    const found = LOCALES.find(locale => locale === primary);
    if (found) return found;
  }
  return 'en';
}
