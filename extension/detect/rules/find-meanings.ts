import type { HashedPhrases } from './lexicon.ts';

export const PROBES = 4;
const PROBE_FACTOR = 0x100a5dc3;
const STATE_BITS = 32;
const NOTHING: readonly never[] = [];

/** The state of a hash after one more probe. */
export function mixHash(state: number): number {
  return Math.imul(state ^ (state >>> 15), PROBE_FACTOR);
}

/** The slot that a state names. Twenty bits of it are no fraction and no large number: the interpreter is quicker. */
export function nameSlot(state: number, slotCount: number): number {
  return (state >>> 12) % slotCount;
}

/** What the rules say of a phrase, by its hash: mostly nothing. */
export function findMeanings<M>(
  { slots, slotBits, slotCount, known }: HashedPhrases<M>,
  hash: number,
): readonly M[] {
  let state = hash;
  let sum = 0;
  for (let probe = 0; probe < PROBES; probe++) {
    // As `mixHash` and `nameSlot` do; calls would take as long again.
    state = Math.imul(state ^ (state >>> 15), PROBE_FACTOR);
    const bit = ((state >>> 12) % slotCount) * slotBits;
    sum ^= slots.getInt32(bit >>> 3) << (bit & 7);
  }
  return known[(sum ^ state) >>> (STATE_BITS - slotBits)] ?? NOTHING;
}
