import type { KnownWords } from '../detect/known-words.ts';

/** What stands where a word was taken out. */
export const MASK = 'xxx';
const SIGN_MASK = '○';
const SPACELESS = /[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** Takes out every word that is not known, and remembers which. */
export interface WordMask {
  /** A text that a person reads. */
  text(text: string): string;
  /** A name or id of developers: the same always becomes the same. */
  identifier(text: string): string;
  /** What was taken out, in order, each once. */
  takenOut(): string[];
}

/** Masks by `known`; `kept` are words that their owner put back. */
export function createWordMask(known: KnownWords, kept: ReadonlySet<string>): WordMask {
  const out = new Set<string>();
  const maskWord = (word: string): string => {
    if (/^\p{N}+$/u.test(word)) return maskNumber(word);
    if (SPACELESS.test(word)) return maskSigns(word, known, kept, out);
    if (known.has(word) || kept.has(word)) return word;
    out.add(word);
    return MASK;
  };
  const maskAll = (text: string): string => text.normalize('NFC').replace(/[\p{L}\p{M}]+|\p{N}+/gu, maskWord);
  return {
    text: maskAll,
    identifier: text => splitCamel(text).map(maskAll).join(''),
    takenOut: () => [...out],
  };
}

/** Two digits count or place something; more may be a number of somebody's. */
function maskNumber(digits: string): string {
  return digits.length <= 2 || /^(?:19|20)\d\d$/.test(digits) ? digits : '0'.repeat(digits.length);
}

function maskSigns(word: string, known: KnownWords, kept: ReadonlySet<string>, out: Set<string>): string {
  if (kept.has(word)) return word;
  const covered = known.cover(word);
  if (covered.length === word.length && covered.every(Boolean)) return word;
  out.add(word);
  return [...word].map((sign, at) => (covered[at] === true ? sign : SIGN_MASK)).join('');
}

function splitCamel(identifier: string): string[] {
  return identifier.split(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u);
}
