import { type HashedPhrases, MEANING_LETTERS, type Meaning, TAIL_BITS } from './lexicon.ts';

const HASH_BITS = 32;
const TAIL_MASK = 0xffff;
const NOTHING: readonly Meaning[] = [];

/** What the rules say of a phrase, by its hash: mostly nothing. */
export function findMeanings(phrases: HashedPhrases, hash: number): readonly Meaning[] {
  const { bucketBits, starts, tails, letters, known } = phrases;
  const bucket = hash >>> (HASH_BITS - bucketBits);
  const tail = (hash >>> (HASH_BITS - bucketBits - TAIL_BITS)) & TAIL_MASK;
  const end = starts[bucket + 1] ?? 0;
  let found: Meaning[] | null = null;
  for (let at = starts[bucket] ?? 0; at < end; at++) {
    if (((tails.charCodeAt(2 * at) << 8) | tails.charCodeAt(2 * at + 1)) !== tail) continue;
    const meaning = known[MEANING_LETTERS.indexOf(letters.charAt(at))];
    if (!meaning) continue;
    found ??= [];
    found.push(meaning);
  }
  return found ?? NOTHING;
}
