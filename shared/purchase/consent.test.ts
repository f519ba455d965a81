import { describe, expect, test } from 'vitest';
import { type Consent, canonicalizeConsent, hashConsent } from './consent.ts';

const CONSENT: Consent = {
  purchaseId: 'p',
  payeeHost: 'shop.example',
  payeeName: 'Shop',
  orderNumber: null,
  amountMinor: '4800',
  currency: 'USD',
  funding: 'advanced',
  deliveryNumber: '30217',
  cardId: 'c',
  nonce: 'n',
  expiresAtMs: 1,
};

describe('consent', () => {
  test('S30: any change of what was shown makes another hash', () => {
    const changes: Partial<Consent>[] = [
      ...[{ purchaseId: 'q' }, { payeeHost: 'shop2.example' }, { payeeName: 'Shop 2' }, { orderNumber: 'A' }],
      ...[
        { amountMinor: '4801' },
        { currency: 'EUR' },
        { funding: 'held' as const },
        { deliveryNumber: '3' },
      ],
      ...[{ cardId: null }, { nonce: 'm' }, { expiresAtMs: 2 }],
    ];
    const hashes = new Set([CONSENT, ...changes.map(change => ({ ...CONSENT, ...change }))].map(hashConsent));
    expect(hashes.size).toBe(changes.length + 1);
    expect(changes.length).toBe(Object.keys(CONSENT).length);
  });

  test('it has one form, whatever the order of its members, and nothing else in it', () => {
    const reversed = { ...Object.fromEntries(Object.entries(CONSENT).reverse()), ...CONSENT };
    expect(canonicalizeConsent({ ...reversed, ...{ more: 1 } })).toBe(canonicalizeConsent(CONSENT));
    expect(hashConsent(CONSENT)).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });
});
