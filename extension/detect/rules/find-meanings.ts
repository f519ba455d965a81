import { HASH_BITS, type HashedPhrases } from './lexicon.ts';

const NOTHING: readonly never[] = [];

/** What the rules say of a phrase, by its hash: mostly nothing. */
export function findMeanings<M>(phrases: HashedPhrases<M>, hash: number): readonly M[] {
  const { bucketBits, tailBits, meaningBits, starts, records, known } = phrases;
  const bucket = hash >>> (HASH_BITS - bucketBits);
  const tail = (hash << bucketBits) >>> (HASH_BITS - tailBits);
  const recordBits = meaningBits + tailBits;
  const end = starts[bucket + 1] ?? 0;
  let found: M[] | null = null;
  for (let at = starts[bucket] ?? 0; at < end; at++) {
    const record = readBits(records, at * recordBits) >>> (HASH_BITS - recordBits);
    const place = record >>> tailBits;
    const meaning = known[place];
    if (record !== (place << tailBits) + tail || meaning === undefined) continue;
    found ??= [];
    found.push(meaning);
  }
  return found ?? NOTHING;
}

// From a bit on: 25 bits are there wherever it lies, and zeros behind the last letter.
function readBits(letters: string, bit: number): number {
  const at = bit >>> 3;
  let four = 0;
  for (let letter = at; letter < at + 4; letter++) four = (four << 8) | letters.charCodeAt(letter);
  return four << (bit & 7);
}
