const LETTER_OFFSET = 55;

/** Whether the check digits of an IBAN without spaces are right (ISO 13616: ISO 7064 MOD 97-10 leaves 1). */
export function hasRightCheckDigits(iban: string): boolean {
  const turned = iban.slice(4) + iban.slice(0, 4);
  const digits = turned.replace(/[A-Z]/g, letter => String(letter.charCodeAt(0) - LETTER_OFFSET));
  return /^\d+$/.test(digits) && BigInt(digits) % 97n === 1n;
}
