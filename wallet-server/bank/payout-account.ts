import { isValidBIC, isValidIBAN } from 'ibantools';
import { z } from 'zod';
import type { KeptPayoutAccount } from '#shared/api/accounts.ts';
import { open, seal } from '../app/seal.ts';
import type { Services } from '../app/services.ts';
import type { Queryable } from '../storage/sql.ts';

/** Whom and where a shop is paid. */
export const Payee = z.object({ name: z.string(), iban: z.string(), bic: z.string().nullable() });
export type Payee = z.infer<typeof Payee>;

/** Whether the account can be: check digits, length and structure of its country (ISO 13616), country of the BIC (ISO 9362). */
export function isPayable({ iban, bic }: Pick<Payee, 'iban' | 'bic'>): boolean {
  return isValidIBAN(iban) && (bic === null || isValidBIC(bic));
}

/** The key of all that says where a shop is paid, bound to one place. */
export function makePayoutKey(services: Pick<Services, 'settings'>, place: string) {
  return { key: services.settings.keyFor('payout-account'), place };
}

/** Seals `payee` for one place: the shop's account, or one payout. */
export function sealPayee(
  services: Pick<Services, 'settings' | 'random'>,
  place: `payout_accounts:${string}` | `payouts:${string}`,
  payee: Payee,
): Buffer {
  return seal(Buffer.from(JSON.stringify(payee)), makePayoutKey(services, place), services.random);
}

export function openPayee(
  services: Pick<Services, 'settings'>,
  place: `payout_accounts:${string}` | `payouts:${string}`,
  sealed: Uint8Array,
): Payee {
  return Payee.parse(JSON.parse(Buffer.from(open(sealed, makePayoutKey(services, place))).toString()));
}

/**
 * Keeps where a shop is paid; payouts under way keep the account that they were set aside for.
 * `replacedAtMs` says which account it takes the place of: `conflict` where another has taken it meanwhile.
 */
export async function keepPayoutAccount(
  services: Pick<Services, 'settings' | 'random' | 'clock'> & { directory: Queryable },
  kept: { sellerId: string; payee: Payee; replacedAtMs: number | null; paysFromMs: number },
): Promise<KeptPayoutAccount | { refused: 'conflict' }> {
  const { sellerId, payee, replacedAtMs, paysFromMs } = kept;
  const sealed = sealPayee(services, `payout_accounts:${sellerId}`, payee);
  const lastDigits = findLastDigits(payee);
  const changedAtMs = services.clock();
  const written = await services.directory`
    insert into payout_accounts (seller_id, sealed, last_digits, changed_at_ms, pays_from_ms)
    values (${sellerId}, ${sealed}, ${lastDigits}, ${changedAtMs}, ${paysFromMs})
    on conflict (seller_id) do update set sealed = excluded.sealed, last_digits = excluded.last_digits,
      changed_at_ms = excluded.changed_at_ms, pays_from_ms = excluded.pays_from_ms
    where payout_accounts.changed_at_ms = ${replacedAtMs ?? -1}`;
  return written.count === 1 ? { lastDigits, changedAtMs, paysFromMs } : { refused: 'conflict' };
}

function findLastDigits({ iban }: Payee): string {
  return iban.slice(-4);
}

/** Where a shop is paid, but for the account itself; null where it named nothing yet. */
export async function findPayoutAccount(sql: Queryable, sellerId: string): Promise<KeptPayoutAccount | null> {
  const [row] = await sql<{ last_digits: string; changed_at_ms: bigint; pays_from_ms: bigint }[]>`
    select last_digits, changed_at_ms, pays_from_ms from payout_accounts where seller_id = ${sellerId}`;
  if (!row) return null;
  return {
    lastDigits: row.last_digits,
    changedAtMs: Number(row.changed_at_ms),
    paysFromMs: Number(row.pays_from_ms),
  };
}

/** A change of where a shop is paid, as its owner is told of it. */
export interface PayoutChange extends KeptPayoutAccount {
  personId: string;
  shopName: string;
  shopHost: string;
}

/** Where a shop is paid and whose it is; null where it named nothing yet. */
export async function findPayoutChange(sql: Queryable, sellerId: string): Promise<PayoutChange | null> {
  const account = await findPayoutAccount(sql, sellerId);
  const [shop] = await sql<{ person_id: string; name: string; host: string }[]>`
    select person_id, name, host from sellers where id = ${sellerId}`;
  return account && shop
    ? { ...account, personId: shop.person_id, shopName: shop.name, shopHost: shop.host }
    : null;
}
