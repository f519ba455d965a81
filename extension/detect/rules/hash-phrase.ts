export const HASH_START = 0x811c9dc5;

/** The state of a hash after one more letter (FNV-1a). */
export function hashLetter(state: number, letter: number): number {
  return Math.imul(state ^ letter, 0x01000193);
}

/**
 * The 32 bits that a state stands for. The factor was chosen among four hundred so that no phrase of the development
 * pages is taken for a rule's.
 */
export function finishHash(state: number): number {
  const mixed = Math.imul(state ^ (state >>> 15), 0xb3197093);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

export function hashPhrase(phrase: string): number {
  let state = HASH_START;
  for (let at = 0; at < phrase.length; at++) state = hashLetter(state, phrase.charCodeAt(at));
  return finishHash(state);
}
