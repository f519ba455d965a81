import { expect, test } from 'vitest';
import { makeAdvancedView, makeView } from '#tests/gallery/made-up-views.ts';
import { listRights } from './purchase-rights.ts';

test('what a buyer does next leads: a tracking number comes before the parcel', () => {
  const charged = makeAdvancedView('identity_confirmed', { charged: true });
  expect(listRights(charged)).toEqual(['ship', 'receive', 'dispute']);
  expect(listRights(makeAdvancedView('shipped'))[0]).toBe('receive');
});

test('S36: what is disputed for the last time is not taken back, and what was decided not disputed', () => {
  expect(listRights(makeView('disputed'))).toContain('withdraw');
  expect(listRights(makeView('disputed', { disputesLeft: 0 }))).toEqual(['receive', 'return']);
  expect(listRights(makeView('shipped', { disputesLeft: 0 }))).toEqual(['receive', 'return']);
});
