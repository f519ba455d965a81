import type { PersonRecord } from '#shared/api/people.ts';
import { computeHmac } from '../app/hmac.ts';

/** What tells whether two records are of one person, readable by nobody without the key. */
interface BlindIndex {
  residentId: Buffer | null;
  email: Buffer;
}

/** The same identity gives the same bytes however it was typed: width, case, spaces and hyphens do not count. */
function computeBlindIndex(key: Uint8Array, { residentId, email }: PersonRecord): BlindIndex {
  const fold = (field: string, text: string) =>
    computeHmac(
      key,
      `${field}:${text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[\s\p{Pd}.]/gu, '')}`,
    );
  // Dots count in a mailbox: whose provider ignores them is for the provider to know.
  const mailbox = computeHmac(key, `email:${email.normalize('NFKC').toLowerCase().trim()}`);
  return { residentId: residentId ? fold('resident', residentId) : null, email: mailbox };
}

/** Whether two records are of one person (S16): by resident id where both have one, else by mailbox. */
export function isSamePerson(key: Uint8Array, one: PersonRecord, other: PersonRecord): boolean {
  const [first, second] = [computeBlindIndex(key, one), computeBlindIndex(key, other)];
  if (first.residentId && second.residentId) return first.residentId.equals(second.residentId);
  return first.email.equals(second.email);
}
