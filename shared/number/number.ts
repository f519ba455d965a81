/** Crockford's base 32: no I, L, O, U, so that a number read aloud or from paper stays itself. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** ISO/IEC 7064 MOD 37,36 counts in 0-9A-Z. */
const CHECK_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const BODY_LENGTH = 8;

/** The check character of `body` by ISO/IEC 7064 MOD 37,36. */
export function computeCheckCharacter(body: string): string {
  let sum = 36;
  for (const character of body) {
    sum = (sum + CHECK_ALPHABET.indexOf(character)) % 36 || 36;
    sum = (sum * 2) % 37;
  }
  return CHECK_ALPHABET[(37 - sum) % 36] ?? '';
}

/**
 * Makes a number (S6, S15): eight characters of chance and one check character, such as `QX7K2M9T4`.
 * Whether it was ever given out is the directory's to check. `random(n)` returns n bytes of chance.
 */
export function makeNumber(random: (bytes: number) => Uint8Array): string {
  for (;;) {
    const body = Array.from(random(BODY_LENGTH), byte => ALPHABET[byte % 32]).join('');
    const check = computeCheckCharacter(body);
    if (ALPHABET.includes(check)) return body + check;
  }
}

/** The number without spaces and hyphens in capitals, or null where its length or check character is wrong. */
export function parseNumber(text: string): string | null {
  const number = text.toUpperCase().replace(/[\s-]/g, '');
  if (!/^[0-9A-HJKMNP-TV-Z]{9}$/.test(number)) return null;
  return computeCheckCharacter(number.slice(0, BODY_LENGTH)) === number[BODY_LENGTH] ? number : null;
}

/** The number as it is shown and printed: `QX7K 2M9T 4`. */
export function formatNumber(number: string): string {
  return `${number.slice(0, 4)} ${number.slice(4, 8)} ${number.slice(8)}`;
}
