import { type HashedPhrases, MEANING_LETTERS, type Meaning } from './lexicon.ts';

const NOTHING: readonly Meaning[] = [];

/** What the rules say of a phrase, by its hash: mostly nothing. */
export function findMeanings({ hashes, letters, known }: HashedPhrases, hash: number): readonly Meaning[] {
  let low = 0;
  let high = hashes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hashes[middle] ?? 0) < hash) low = middle + 1;
    else high = middle;
  }
  if (hashes[low] !== hash) return NOTHING;
  const found: Meaning[] = [];
  for (; hashes[low] === hash; low++) {
    const meaning = known[MEANING_LETTERS.indexOf(letters.charAt(low))];
    if (meaning) found.push(meaning);
  }
  return found;
}
