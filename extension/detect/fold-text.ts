const SEPARATORS = /[^\p{L}\p{N}+]+/gu;
const LATIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ı: 'i',
};

/** Lower case, without Latin and Cyrillic marks; Hangul and Kana keep theirs. */
export function foldLetters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
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
  const split = identifier
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/(\d)(\p{L})/gu, '$1 $2');
  return foldText(split.replaceAll('+', ' '));
}
