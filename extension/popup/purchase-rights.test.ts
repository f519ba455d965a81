import { expect, test } from 'vitest';
import { makeView } from '#tests/gallery/made-up-views.ts';
import { listRights } from './purchase-rights.ts';

test('S36: what is disputed for the last time is not taken back, and what was decided not disputed', () => {
  expect(listRights(makeView('disputed'))).toContain('withdraw');
  expect(listRights(makeView('disputed', { disputesLeft: 0 }))).toEqual(['receive', 'return']);
  expect(listRights(makeView('shipped', { disputesLeft: 0 }))).toEqual(['receive', 'return']);
});
