import { expect, test } from 'vitest';
import { PAYOUT_REST_MS } from '../bank/change-payout-account.ts';
import { findTerms, hashTerms, MEMBER_SHOP_TERMS } from './terms.ts';

/** As shops signed them: a text that has a version never changes. */
const SIGNED = {
  '2026-11-1': 'NWMgY8gKJ_BzWNxAjKKhPrbxuHnbon3SWusU56O9M9E',
  '2026-11-2': 'Yj5idb4YL3sHv4DxSCnbvaUHYQrJjfiWUx6pcFktzOc',
};

test.each(Object.entries(SIGNED))('S26: terms %s are what shops signed', (version, hash) => {
  const terms = findTerms(version);
  expect(terms && hashTerms(terms)).toBe(hash);
});

test('S26: the newest terms are the ones that are signed, and an unknown version is none', () => {
  expect(MEMBER_SHOP_TERMS.version).toBe(Object.keys(SIGNED).at(-1));
  expect(findTerms('2026-11-0')).toBeNull();
});

test('S26, S34: the terms tell how long payouts rest after the account was changed', () => {
  expect(MEMBER_SHOP_TERMS.text).toContain(`for ${PAYOUT_REST_MS / 3_600_000} hours`);
});
