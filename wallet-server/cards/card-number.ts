import type { CardData } from '#shared/card/card.ts';
import { computeLuhnDigit } from '#shared/card/luhn.ts';
import type { Random } from '../app/services.ts';

/** Test ranges of the stand-in issuer: cards that never pay, and one-time numbers that pay once. */
const RANGES = { card: '40000010', oneTime: '40000020' } as const;
const YEAR_MS = 365.25 * 86_400_000;
const VALID_YEARS = 4;

function makeDigits(count: number, random: Random): string {
  let digits = '';
  while (digits.length < count) {
    for (const byte of random(count)) {
      if (byte < 250 && digits.length < count) digits += String(byte % 10);
    }
  }
  return digits;
}

/** Card data by chance: sixteen digits with their check digit (ISO/IEC 7812-1), expiry some years ahead. */
export function makeCardData(range: keyof typeof RANGES, nowMs: number, random: Random): CardData {
  const body = RANGES[range] + makeDigits(7, random);
  const expiry = new Date(nowMs + VALID_YEARS * YEAR_MS);
  return {
    primaryAccountNumber: body + computeLuhnDigit(body),
    expiryMonth: String(expiry.getUTCMonth() + 1).padStart(2, '0'),
    expiryYear: String(expiry.getUTCFullYear()),
    cardSecurityCode: makeDigits(3, random),
  };
}

const CODE_DIGITS = { fewest: 5, most: 8 };
/** So many taken codes in a row tell that a hub has next to none of that length left. */
const DRAWN_OF_EACH_LENGTH = 4;

/**
 * Digits that the hub knows a card's owner by (S62): five, as a private mailbox number is read, and more where those are
 * taken. `drawn` is how many were drawn for this card before. Null when even the longest are taken.
 */
export function makeDeliveryCode(random: Random, drawn: number): string | null {
  const digits = CODE_DIGITS.fewest + Math.floor(drawn / DRAWN_OF_EACH_LENGTH);
  if (digits > CODE_DIGITS.most) return null;
  const code = makeDigits(digits, random);
  return code.startsWith('0') ? `1${code.slice(1)}` : code;
}
