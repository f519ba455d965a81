import { describe, expect, test } from 'vitest';
import { LOCALES } from '#shared/api/locale.ts';
import { PAYOUT_REST_MS } from '../bank/change-payout-account.ts';
import { EN } from './terms/en.ts';
import { JA } from './terms/ja.ts';
import { KO } from './terms/ko.ts';
import { findTerms, hashTerms, isNewestTerms, MEMBER_SHOP_TERMS, writeTerms } from './terms.ts';

/** As shops signed them: a text that has a version never changes, in no language. */
const SIGNED = {
  '2026-11-1': {
    en: 'NWMgY8gKJ_BzWNxAjKKhPrbxuHnbon3SWusU56O9M9E',
    ko: 'nBouJhGbFyOP8CmdIztJu2NXAINbl35dkBmc7SN9KvI',
    ja: 'x_zW2zWGSXAUBMANvIrV7boubIIvyrziVJmv-RwVhXI',
  },
  '2026-11-2': {
    en: 'Yj5idb4YL3sHv4DxSCnbvaUHYQrJjfiWUx6pcFktzOc',
    ko: 'jAZ7_9cZEJmtPPhZKTC6UhxNYIcXwYnrSjR3ZuDdCgc',
    ja: 'Riyrk8l_KBElspJKmHsJZ-nG3I1aekTdi3XVWAbNQt8',
  },
};

describe.each(Object.entries(SIGNED))('S26: terms %s', (version, hashes) => {
  test.each(LOCALES)('in %s are what shops signed', locale => {
    const terms = findTerms(version);
    expect(terms && hashTerms(terms, locale)).toBe(hashes[locale]);
  });
});

test('S26: the newest terms are the ones that are signed, and an unknown version is none', () => {
  expect(MEMBER_SHOP_TERMS.version).toBe(Object.keys(SIGNED).at(-1));
  expect(findTerms('2026-11-0')).toBeNull();
});

test('S26: only the newest terms are signed, in any of their languages', () => {
  const { version } = MEMBER_SHOP_TERMS;
  const isNewest = (termsVersion: string, termsHash: string) => isNewestTerms({ termsVersion, termsHash });
  for (const termsHash of Object.values(SIGNED['2026-11-2'])) expect(isNewest(version, termsHash)).toBe(true);
  for (const termsHash of Object.values(SIGNED['2026-11-1'])) {
    expect(isNewest(version, termsHash)).toBe(false);
    expect(isNewest('2026-11-1', termsHash)).toBe(false);
  }
  expect(isNewest(version, '')).toBe(false);
});

test.each(LOCALES)(
  'S26, S34: the terms in %s tell how long payouts rest after the account was changed',
  locale => {
    expect(writeTerms(MEMBER_SHOP_TERMS, locale)).toContain(`${PAYOUT_REST_MS / 3_600_000}`);
  },
);

test('S26: each section names the same numbers in every language', () => {
  const numbers = (text: string): string[] => (text.replace('seven', '7').match(/\d+/g) ?? []).sort();
  for (const section of MEMBER_SHOP_TERMS.sections)
    for (const texts of [KO, JA]) expect(numbers(texts[section]), section).toEqual(numbers(EN[section]));
});
