import { FIRST_MEANING, HASH_BITS, type HashedPhrases } from './lexicon.ts';

const NOTHING: readonly never[] = [];

/** What the rules say of a phrase, by its hash: mostly nothing. */
export function findMeanings<M>({ tables, known }: HashedPhrases<M>, hash: number): readonly M[] {
  let places: number[] | null = null;
  for (const { bucketBits, tailBits, recordBits, starts, records, meanings } of tables) {
    const bucket = hash >>> (HASH_BITS - bucketBits);
    const tail = (hash << bucketBits) >>> (HASH_BITS - tailBits);
    const end = starts[bucket + 1] ?? 0;
    for (let at = starts[bucket] ?? 0; at < end; at++) {
      // 25 bits are there wherever a record begins.
      const bit = at * recordBits;
      const record = (records.getUint32(bit >>> 3) << (bit & 7)) >>> (HASH_BITS - recordBits);
      const meaning = record >>> tailBits;
      if (record !== (meaning << tailBits) + tail) continue;
      places ??= [];
      places.push(meanings.charCodeAt(meaning) - FIRST_MEANING);
    }
  }
  if (places === null) return NOTHING;
  return places.sort((one, other) => one - other).flatMap(place => known[place] ?? NOTHING);
}
