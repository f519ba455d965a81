import { mixHash, nameSlot, PROBES } from './find-meanings.ts';

/**
 * Of so many slots for each hash a solution mostly exists; few hashes need a few more. Which number it is decides which
 * strangers are taken for phrases: this one changes no prediction on known pages.
 */
const LEAST_SLOTS = 1.022;
const WORD_BITS = 32;

export interface SlotEntry {
  hash: number;
  /** What `findMeanings` finds by the hash. */
  value: number;
}

/** An equation: the slots named by the bits, the lowest of which is left out with its place, give `sum` together. */
interface Equation {
  slots: bigint;
  sum: number;
}

/**
 * The least slots that give each hash its value: a system of linear equations over bits, one for each hash (Dietzfelbinger
 * and Pagh, "Succinct data structures for retrieval and approximate membership", 2008).
 */
export function fillSlots(entries: readonly SlotEntry[], slotBits: number): number[] {
  for (let count = Math.ceil(LEAST_SLOTS * entries.length); count < 2 * entries.length + PROBES; count++) {
    const slots = solveSlots(entries, slotBits, count);
    if (slots) return slots;
  }
  throw new Error('two phrases have one hash');
}

function solveSlots(entries: readonly SlotEntry[], slotBits: number, count: number): number[] | null {
  const equations: (Equation | undefined)[] = [];
  for (const entry of entries) if (!addEquation(equations, write(entry, slotBits, count))) return null;
  const slots = Array.from({ length: count }, () => 0);
  for (let at = count - 1; at >= 0; at--) {
    const { slots: named, sum } = equations[at] ?? { slots: 0n, sum: 0 };
    const bits = named.toString(2);
    let slot = sum;
    for (let step = 1; step < bits.length; step++)
      if (bits[bits.length - 1 - step] === '1') slot ^= slots[at + step] ?? 0;
    slots[at] = slot;
  }
  return slots;
}

function write({ hash, value }: SlotEntry, slotBits: number, count: number): Equation {
  let state = hash;
  let slots = 0n;
  for (let probe = 0; probe < PROBES; probe++) {
    state = mixHash(state);
    slots ^= 1n << BigInt(nameSlot(state, count));
  }
  return { slots, sum: value ^ (state >>> (WORD_BITS - slotBits)) };
}

// Each equation is kept at its lowest slot, shifted so that this is its first bit.
function addEquation(equations: (Equation | undefined)[], { slots, sum }: Equation): boolean {
  for (let at = 0; slots !== 0n; ) {
    const zeros = countZeros(slots);
    slots >>= BigInt(zeros);
    at += zeros;
    if (zeros === WORD_BITS) continue;
    const known = equations[at];
    if (!known) {
      equations[at] = { slots, sum };
      return true;
    }
    slots ^= known.slots;
    sum ^= known.sum;
  }
  return sum === 0;
}

// At the lower end, as far as a word goes.
function countZeros(bits: bigint): number {
  const word = Number(BigInt.asUintN(WORD_BITS, bits));
  return word === 0 ? WORD_BITS : WORD_BITS - 1 - Math.clz32(word & -word);
}
