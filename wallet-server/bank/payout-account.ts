import { isValidBIC, isValidIBAN } from 'ibantools';
import { z } from 'zod';
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

function makeSealingKey(services: Pick<Services, 'settings'>, place: string) {
  return { key: services.settings.keyFor('payout-account'), place };
}

/** Seals `payee` for one place: the shop's account, or one payout. */
export function sealPayee(
  services: Pick<Services, 'settings' | 'random'>,
  place: `payout_accounts:${string}` | `payouts:${string}`,
  payee: Payee,
): Buffer {
  return seal(Buffer.from(JSON.stringify(payee)), makeSealingKey(services, place), services.random);
}

export function openPayee(
  services: Pick<Services, 'settings'>,
  place: `payout_accounts:${string}` | `payouts:${string}`,
  sealed: Uint8Array,
): Payee {
  return Payee.parse(JSON.parse(Buffer.from(open(sealed, makeSealingKey(services, place))).toString()));
}

/** Keeps where a shop is paid from the next payout on; payouts under way keep theirs. */
export async function putPayoutAccount(
  services: Pick<Services, 'directory' | 'settings' | 'random' | 'clock'>,
  sellerId: string,
  payee: Payee,
): Promise<{ lastDigits: string } | { refused: 'input_invalid' }> {
  if (!isPayable(payee)) return { refused: 'input_invalid' };
  const sealed = sealPayee(services, `payout_accounts:${sellerId}`, payee);
  const lastDigits = payee.iban.slice(-4);
  await services.directory`
    insert into payout_accounts (seller_id, sealed, last_digits, changed_at_ms)
    values (${sellerId}, ${sealed}, ${lastDigits}, ${services.clock()})
    on conflict (seller_id) do update set
      sealed = excluded.sealed, last_digits = excluded.last_digits, changed_at_ms = excluded.changed_at_ms`;
  return { lastDigits };
}

/** The last digits of where a shop is paid; null where it named nothing yet. */
export async function findPayoutDigits(sql: Queryable, sellerId: string): Promise<string | null> {
  const [row] = await sql<{ last_digits: string }[]>`
    select last_digits from payout_accounts where seller_id = ${sellerId}`;
  return row?.last_digits ?? null;
}
