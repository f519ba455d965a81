/** How hard a pass phrase is to guess, told by its length in words: from the fewest that are taken. */
export type Strength = 'short' | 'fair' | 'good' | 'strong';

const MIN_LENGTH = 10;

/** `short` is not taken. Words count where there are any; a run without spaces counts by its length. */
export function judgePassphrase(passphrase: string): Strength {
  const length = passphrase.trim().length;
  if (length < MIN_LENGTH) return 'short';
  const words = passphrase.trim().split(/\s+/).length;
  if (words >= 6 || length >= 28) return 'strong';
  return words >= 4 || length >= 18 ? 'good' : 'fair';
}
