/** The state of a hash before its first letter, and what it is multiplied by after each (FNV-1a). */
export const HASH_START = 0x811c9dc5;
export const HASH_FACTOR = 0x01000193;

/** 32 bits, which `findMeanings` mixes. */
export function hashPhrase(phrase: string): number {
  let state = HASH_START;
  for (let at = 0; at < phrase.length; at++) state = Math.imul(state ^ phrase.charCodeAt(at), HASH_FACTOR);
  return state;
}
