import { HASH_BITS, type HashedPhrases, type Meaning, RECORD_BITS, TAIL_BITS } from './lexicon.ts';

const TAIL_MASK = 2 ** TAIL_BITS - 1;
const NOTHING: readonly Meaning[] = [];

/** What the rules say of a phrase, by its hash: mostly nothing. */
export function findMeanings(phrases: HashedPhrases, hash: number): readonly Meaning[] {
  const { bucketBits, starts, records, known } = phrases;
  const bucket = hash >>> (HASH_BITS - bucketBits);
  const tail = (hash >>> (HASH_BITS - bucketBits - TAIL_BITS)) & TAIL_MASK;
  const end = starts[bucket + 1] ?? 0;
  let found: Meaning[] | null = null;
  for (let at = starts[bucket] ?? 0; at < end; at++) {
    const record = readRecord(records, at * RECORD_BITS);
    const meaning = known[record >>> TAIL_BITS];
    if ((record & TAIL_MASK) !== tail || !meaning) continue;
    found ??= [];
    found.push(meaning);
  }
  return found ?? NOTHING;
}

// A record lies in four letters, wherever it begins; behind the last one nothing is read as zeros.
function readRecord(records: string, bit: number): number {
  const at = bit >>> 3;
  let four = 0;
  for (let letter = at; letter < at + 4; letter++) four = (four << 8) | records.charCodeAt(letter);
  return (four << (bit & 7)) >>> (HASH_BITS - RECORD_BITS);
}
