/** Vowels of Indic scripts and of Thai are signs, and belong to their words. */
const SEPARATORS = /[^\p{L}\p{N}+\u0900-\u0e7f]+/gu;
/** Nothing to fold but case. */
const PLAIN = /^[\x20-\x7e]*$/;
/** Where one word of an identifier ends and the next begins without a sign; properties of letters are slow to ask for. */
const PLAIN_JOINTS = /[a-z](?=[A-Z])|[A-Z](?=[A-Z][a-z])|[A-Za-z](?=\d)|\d(?=[A-Za-z])/g;
const JOINTS = /\p{Ll}(?=\p{Lu})|\p{Lu}(?=\p{Lu}\p{Ll})|\p{L}(?=\d)|\d(?=\p{L})/gu;
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

/** Words of a text a person reads, single spaces between them and one at each end. */
export function foldText(text: string): string {
  return ` ${foldLetters(text.replace(/['’`´]/g, ''))
    .replace(SEPARATORS, ' ')
    .trim()} `;
}

/** Words of an identifier: `billingAddress1` and `billing_address-1` both give ` billing address 1 `. */
export function foldIdentifier(identifier: string): string {
  const joints = PLAIN.test(identifier) ? PLAIN_JOINTS : JOINTS;
  return foldText(identifier.replace(joints, '$& ').replaceAll('+', ' '));
}
