import { expect, it } from 'vitest';
import { fillSlots } from './fill-slots.ts';
import { findMeanings } from './find-meanings.ts';
import { hashPhrase } from './hash-phrase.ts';

const BITS = 16;
const KNOWN = Array.from({ length: 8 }, (_none, at) => [at]);

function find(slots: readonly number[], phrase: string): readonly number[] {
  const bits = slots.map(slot => slot.toString(2).padStart(BITS, '0')).join('');
  const bytes = `${bits}${'0'.repeat(24)}`.match(/.{8}/g) ?? [];
  const view = new DataView(Uint8Array.from(bytes, byte => Number.parseInt(byte, 2)).buffer);
  const phrases = { slots: view, slotBits: BITS, slotCount: slots.length, known: KNOWN };
  return findMeanings(phrases, hashPhrase(phrase));
}

it.each([1, 10, 300])('of %i phrases each has its value, in hardly more slots', size => {
  const entries = Array.from({ length: size }, (_none, at) => ({
    hash: hashPhrase(`phrase ${at}`),
    value: at % 8,
  }));
  const slots = fillSlots(entries, BITS);
  expect(entries.map((_, at) => find(slots, `phrase ${at}`))).toEqual(entries.map(({ value }) => [value]));
  expect(slots.length).toBeLessThan(1.06 * size + 4);
});

it('a phrase that is none of them has nothing, but for one in as many as the bits can tell', () => {
  const slots = fillSlots([{ hash: hashPhrase('phrase'), value: 1 }], BITS);
  const strangers = Array.from({ length: 10_000 }, (_none, at) => `stranger ${at}`);
  expect(strangers.filter(one => find(slots, one).length > 0).length).toBeLessThan(10);
});

it('two values for one hash are refused', () => {
  const twice = [0, 1].map(value => ({ hash: hashPhrase('phrase'), value }));
  expect(() => fillSlots(twice, BITS)).toThrow('one hash');
});
