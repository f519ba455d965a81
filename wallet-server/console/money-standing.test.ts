import { describe, expect, it } from 'vitest';
import { findMoneyStanding } from './money-standing.ts';

const HELD = { funding: 'held', paidMinor: null, confirmed: true } as const;

describe('where the money of an order is', () => {
  it.each([
    ['is not set aside before the buyer confirms', 'order_received', { confirmed: false }, 'awaited'],
    ['is set aside once the buyer confirmed', 'identity_confirmed', {}, 'held'],
    ['is set aside while the parcel is under way', 'shipped', {}, 'held'],
    ['is set aside while a dispute is open', 'disputed', {}, 'held'],
    ['is set aside until what came back is refunded', 'returned', {}, 'held'],
    ['is paid once the parcel was received', 'received', { paidMinor: '48000' }, 'paid'],
    ['is paid in part where a dispute was split', 'closed', { paidMinor: '20000' }, 'paid'],
    ['is back with the buyer after a refund', 'refunded', {}, 'given_back'],
    ['is back with the buyer after a cancellation', 'cancelled', {}, 'given_back'],
    ['is back with the buyer where it was shipped too late', 'expired', {}, 'given_back'],
    ['never moved where the buyer declined', 'declined', { confirmed: false }, 'none'],
    ['never moved where it was cancelled unconfirmed', 'cancelled', { confirmed: false }, 'none'],
    ['never moved where the acquirer took none', 'expired', { funding: 'advanced' }, 'none'],
    ['comes from the acquirer where it is advanced', 'shipped', { funding: 'advanced' }, 'advanced'],
  ] as const)('S39: %s', (_, state, change, standing) => {
    expect(findMoneyStanding({ ...HELD, ...change, state })).toBe(standing);
  });
});
