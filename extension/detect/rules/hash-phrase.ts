/** The state of a hash before its first letter, and what it is multiplied by after each (FNV-1a). */
export const HASH_START = 0x811c9dc5;
export const HASH_FACTOR = 0x01000193;

/**
 * The 32 bits that a state stands for. The factor was chosen among a thousand so that no phrase of the development
 * pages, and hardly one of labels and prompts as forms put them in twenty languages, is taken for a rule's.
 */
export function finishHash(state: number): number {
  const mixed = Math.imul(state ^ (state >>> 15), 0x100a5dc3);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

export function hashPhrase(phrase: string): number {
  let state = HASH_START;
  for (let at = 0; at < phrase.length; at++) state = Math.imul(state ^ phrase.charCodeAt(at), HASH_FACTOR);
  return finishHash(state);
}
