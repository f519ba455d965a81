import { z } from 'zod';

/**
 * Characters that nobody sees and that come along with what is pasted: soft hyphens, zero-width spaces, byte order
 * marks, and the signs that turn the direction of writing (Unicode UAX #9), with which one name is made to look like
 * another. Joiners stay: Persian, Indic scripts and emoji are spelt with them.
 */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const JOINERS_ALONE = /^[\s\u200c\u200d]*$/;

/** `text` as it is seen: without invisible characters, and without space around it. */
export function keepVisible(text: string): string {
  const kept = text.replace(INVISIBLE, '').trim();
  return JOINERS_ALONE.test(kept) ? '' : kept;
}

/** Words of a person, at least one visible character and at most `longest` of them. */
export function defineWords(longest: number) {
  return z.string().overwrite(keepVisible).min(1).max(longest);
}
