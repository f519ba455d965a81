import { createHash } from 'node:crypto';

/** Whole numbers of chance, the same ones for the same seed. */
export interface Choices {
  /** From 0 to `below` - 1. */
  pick(below: number): number;
}

/** Each number is a hash of seed and count, so that a run can be repeated. */
export function makeChoices(seed: number): Choices {
  const state = { count: 0 };
  return {
    pick: below => {
      state.count += 1;
      return createHash('sha256').update(`${seed}:${state.count}`).digest().readUInt32BE(0) % below;
    },
  };
}
