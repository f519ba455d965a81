import { randomBytes, randomFillSync } from 'node:crypto';
import type { Random } from './services.ts';

const DRAWN_AT_ONCE = 4096;

/**
 * The system's chance, drawn many bytes at once: a command and its letters ask for some dozens of bytes a dozen times,
 * and each asking takes longer than what is then done with them. What was given is wiped here and given once.
 */
export function makeRandom(fill: (bytes: Uint8Array) => unknown = randomFillSync): Random {
  const drawn = new Uint8Array(DRAWN_AT_ONCE);
  let given = DRAWN_AT_ONCE;
  return bytes => {
    if (bytes > DRAWN_AT_ONCE) return new Uint8Array(randomBytes(bytes));
    if (given + bytes > DRAWN_AT_ONCE) {
      fill(drawn);
      given = 0;
    }
    const some = drawn.slice(given, given + bytes);
    drawn.fill(0, given, given + bytes);
    given += bytes;
    return some;
  };
}
