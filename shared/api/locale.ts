/** Languages of screens, letters and terms: each has a catalogue wherever there are words. */
export const LOCALES = ['en', 'ko', 'ja'] as const;
export type Locale = (typeof LOCALES)[number];
