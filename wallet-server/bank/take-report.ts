import type { Services } from '../app/services.ts';
import { findPayer } from './payment-reference.ts';
import { endPayout } from './payouts.ts';
import { postDeposit } from './post-deposit.ts';
import { type Booking, readReport } from './read-report.ts';

export interface TakenReport {
  credited: number;
  known: number;
  /** The bank's references of what a person must look at. */
  unmatched: string[];
  payoutsPosted: number;
  payoutsVoided: number;
}

/**
 * Books what a camt.054 report tells: payments in are credited to whom their reference names, payouts end. Every
 * booking is its own transaction and counts once by the bank's reference, so that a report may come again, whole or
 * in parts, also after a crash in its midst.
 */
export async function takeReport(
  services: Services,
  document: string,
): Promise<{ ok: TakenReport } | { refused: 'input_invalid' }> {
  const bookings = readReport(document);
  if (!bookings) return { refused: 'input_invalid' };
  const taken: TakenReport = { credited: 0, known: 0, unmatched: [], payoutsPosted: 0, payoutsVoided: 0 };
  for (const booking of bookings) await take(services, booking, taken);
  return { ok: taken };
}

async function take(services: Services, booking: Booking, taken: TakenReport): Promise<void> {
  const isPayout = booking.direction === 'debit' || booking.returned;
  const outcome = isPayout ? await takePayout(services, booking) : await takePayment(services, booking);
  if (outcome === 'unmatched') taken.unmatched.push(booking.bankReference);
  else taken[outcome] += 1;
}

type Outcome = 'credited' | 'known' | 'unmatched' | 'payoutsPosted' | 'payoutsVoided';

async function takePayout(services: Services, booking: Booking): Promise<Outcome> {
  const { endToEndId, currency, amountMinor, returned } = booking;
  if (endToEndId === null) return 'unmatched';
  const as = returned ? 'voided' : 'posted';
  const ended = await endPayout(services, { endToEndId, currency, amountMinor, as });
  if (ended === 'ended') return returned ? 'payoutsVoided' : 'payoutsPosted';
  return ended;
}

/** Payers write around the reference what they like. */
async function takePayment(services: Services, booking: Booking): Promise<Outcome> {
  const { bankReference, currency, amountMinor, remittance } = booking;
  const personId = await findNamed(services, remittance);
  if (personId === null) return 'unmatched';
  const posted = await postDeposit(services, { bankReference, personId, currency, amountMinor });
  return posted === 'conflict' ? 'unmatched' : posted;
}

async function findNamed(services: Services, remittance: string): Promise<string | null> {
  const whole = await findPayer(services, remittance);
  if (whole !== null) return whole;
  for (const [word] of remittance.toUpperCase().matchAll(/WV[\dA-Z-]{8,20}/g)) {
    const personId = await findPayer(services, word);
    if (personId !== null) return personId;
  }
  return null;
}
