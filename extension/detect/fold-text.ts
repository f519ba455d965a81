import { rememberEach } from './remember-each.ts';

/** Nothing to fold but case. */
const PLAIN = /^[\x20-\x7e]*$/;
/** Properties of letters are slow to make ready, so that plain texts do without. */
const PLAIN_SEPARATORS = /[^a-z\d+]+/g;
/** Vowels of Indic scripts and of Thai are signs, and belong to their words. */
const SEPARATORS = /[^\p{L}\p{N}+\u0900-\u0e7f]+/gu;
/**
 * Where one word of an identifier ends and the next begins without a sign. What else stands behind the last Latin sign
 * is no letter now and then: it parts words too.
 */
const JOINTS =
  /[a-zß-ÿа-џ](?=[A-ZÀ-ÞЀ-Я])|[A-ZÀ-ÞЀ-Я](?=[A-ZÀ-ÞЀ-Я][a-zß-ÿа-џ])|[A-Za-z\xaa-\uffff](?=\d)|\d(?=[A-Za-z\xaa-\uffff])/g;
/** Before a digit, and before the last part of a word that says whose or what for: `Lieferadresse`, `Katuosoite`. */
const JOINT = /[a-z]{4}(?=\d)|(?:bill|shipp)ing(?=[a-z])|[a-z]{3}(?=adres|anschrift|osoite)/g;
const LATIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ı: 'i',
};

/** Lower case, without Latin, Cyrillic and Arabic marks; Hangul and Kana keep theirs. */
export function foldLetters(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .replaceAll('°', 'o')
    .replaceAll('〒', '郵便番号')
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u064b-\u065f]/g, '')
    .normalize('NFC')
    .replace(/[ßøæœłđı]/g, letter => LATIN_LETTERS[letter] ?? letter);
}

/** Folded letters and digits, with single spaces for all else and none at the ends. */
export function partWords(folded: string): string {
  return folded.replace(PLAIN.test(folded) ? PLAIN_SEPARATORS : SEPARATORS, ' ').trim();
}

/** Words of a text a person reads, single spaces between them and one at each end. */
export const foldText = rememberEach(foldWords);

// `Address1` in a label is two words, `CVV2` is one.
function foldWords(text: string): string {
  const folded = foldLetters(text.replace(/['’`´]/g, ''));
  const joint = PLAIN.test(folded) ? JOINT : /\p{L}{4}(?=\d)/gu;
  return ` ${partWords(folded.replace(joint, '$& '))} `;
}

/** Words of an identifier: `billingAddress1` and `billing_address-1` both give ` billing address 1 `. */
export const foldIdentifier = rememberEach((identifier: string): string =>
  foldWords(identifier.replace(JOINTS, '$& ').replaceAll('+', ' ')),
);

/** The text as a person sees it: single spaces, none at the ends. */
export function squeezeSpaces(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Whether any letter of any script stands in it. */
export function hasLetters(text: string): boolean {
  return /[a-z]/i.test(text) || (!/^[\s!-~]*$/.test(text) && /[\p{L}〒]/u.test(text));
}
