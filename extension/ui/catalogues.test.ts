import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { DEVICE_REFUSALS } from '#shared/api/device-refusal.ts';
import { LOCALES } from '#shared/api/locale.ts';
import { REFUSALS } from '#shared/api/refusal.ts';
import { REFUSAL_ADVICE } from './refusal-advice.ts';
import { CATALOGUES, type TextKey } from './text.ts';

const KEYS = Object.keys(CATALOGUES.en) as TextKey[];

/** The names of all values that a message takes, however deep. */
function listPlaceholders(message: string, locale: string): string[] {
  const names = new Set<string>();
  const visit = (parts: unknown): void => {
    if (!Array.isArray(parts)) return;
    for (const part of parts) {
      // Type 0 is literal text and 7 the number sign of a plural; all others name a value.
      if (part.type !== 0 && part.type !== 7) names.add(part.value);
      for (const option of Object.values(part.options ?? {})) visit((option as { value: unknown }).value);
    }
  };
  visit(new IntlMessageFormat(message, locale).getAst());
  return [...names].sort();
}

describe.each(LOCALES)('the catalogue %s', locale => {
  test('has exactly the keys of the English one', () => {
    expect(Object.keys(CATALOGUES[locale])).toEqual(KEYS);
  });

  test('takes the same values in each text', () => {
    const different = KEYS.filter(key => {
      const [own, english] = [CATALOGUES[locale][key], CATALOGUES.en[key]];
      return listPlaceholders(own, locale).join() !== listPlaceholders(english, 'en').join();
    });
    expect(different).toEqual([]);
  });

  test('has a text for every refusal, and for what it means and what to do', () => {
    const catalogue: Record<string, string> = CATALOGUES[locale];
    const codes = [...Object.keys(REFUSALS), ...DEVICE_REFUSALS];
    expect(codes.filter(code => !catalogue[`refusal.${code}`])).toEqual([]);
    for (const { money, advice } of Object.values(REFUSAL_ADVICE)) {
      if (money !== 'none') expect(catalogue[`refusal_money.${money}`]).toBeTruthy();
      expect(catalogue[`refusal_advice.${advice}`]).toBeTruthy();
    }
  });

  test('has no empty text and no exclamation mark', () => {
    const bad = KEYS.filter(key => /^\s*$|[!！]/.test(CATALOGUES[locale][key]));
    expect(bad).toEqual([]);
  });
});

/** What a person does to a locked wallet has one word: keys are never opened or closed. */
const KEYS_OPENED = {
  en: /\bkeys?\b[^.]*\b(open|clos)|\b(open|clos)[^.]*\bkeys?\b/i,
  ko: /열쇠[^.]*(열리|열지|엽니다|여세요|닫)/,
  ja: /鍵[^。]*(開|閉)/,
};

test.each(LOCALES)('in %s Wayveil is locked and unlocked, in these words alone', locale => {
  expect(KEYS.filter(key => KEYS_OPENED[locale].test(CATALOGUES[locale][key]))).toEqual([]);
});
