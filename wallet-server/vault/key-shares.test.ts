import fc from 'fast-check';
import { expect, test } from 'vitest';
import { STORE_NAMES, type StoreName } from './envelope.ts';
import { isCommitted, joinShares, rebuildShare, splitKey } from './key-shares.ts';

const KEY = fc.uint8Array({ minLength: 32, maxLength: 32 });
const PAIRS: [StoreName, StoreName, StoreName][] = [
  ['first', 'second', 'files'],
  ['second', 'files', 'first'],
  ['files', 'first', 'second'],
];

test('S57: any two shares give the key back, and the third share as it was', async () => {
  const property = fc.asyncProperty(KEY, async key => {
    const { shares, coordinates, commitments } = await splitKey(Uint8Array.from(key));
    for (const [one, other, lost] of PAIRS) {
      const known = new Map([one, other].map(name => [name, shares[name]]));
      expect(await joinShares(known)).toEqual(Uint8Array.from(key));
      const rebuilt = await rebuildShare(known, coordinates, lost);
      expect(rebuilt).toEqual(shares[lost]);
      expect(isCommitted(rebuilt, { coordinates, commitments }, lost)).toBe(true);
      expect(isCommitted(rebuilt, { coordinates, commitments }, one)).toBe(false);
    }
  });
  await fc.assert(property, { numRuns: 100 });
});

test('one share is refused, and says nothing: each of its bytes takes every value for one and the same key', async () => {
  const key = new Uint8Array(32).fill(7);
  const seen = new Set<number>();
  for (let n = 0; n < 200; n += 1) {
    const { shares } = await splitKey(key);
    for (const byte of shares.first.subarray(0, 32)) seen.add(byte);
  }
  expect(seen.size).toBe(256);
  const { shares } = await splitKey(key);
  for (const name of STORE_NAMES)
    await expect(joinShares(new Map([[name, shares[name]]]))).rejects.toThrow('no key');
});

/** Products that FIPS 197 works out (4.2, 4.2.1), in the field of the shares: a share is secret + slope · x. */
const PRODUCTS = [
  [0x57, 0x83, 0xc1],
  [0x57, 0x13, 0xfe],
  [0x57, 0x02, 0xae],
  [0x57, 0x04, 0x47],
  [0x57, 0x08, 0x8e],
  [0x57, 0x10, 0x07],
] as const;

test('the line through the products of FIPS 197 goes through the secret', async () => {
  let counted = 0;
  for (const [slope, x, product] of PRODUCTS)
    for (const [otherSlope, otherX, otherProduct] of PRODUCTS) {
      if (slope !== otherSlope || x === otherX) continue;
      for (const secret of [0, 1, 0x5a, 0xff]) {
        const share = (at: number, height: number) => Uint8Array.of(...Array(32).fill(secret ^ height), at);
        const known = new Map([
          ['first', share(x, product)],
          ['files', share(otherX, otherProduct)],
        ] as const);
        expect(await joinShares(known)).toEqual(new Uint8Array(32).fill(secret));
        const third = await rebuildShare(known, Uint8Array.of(x, 1, otherX), 'second');
        expect(third).toEqual(share(1, slope));
        counted += 1;
      }
    }
  console.info(`Shamir over GF(256): ${counted} lines through the products of FIPS 197`);
  expect(counted).toBe(120);
});
