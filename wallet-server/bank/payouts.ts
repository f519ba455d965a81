import type { Currency } from '#shared/money/currency.ts';
import type { Account } from '#shared/purchase/transfers.ts';
import { makeId } from '../app/make-id.ts';
import type { Services } from '../app/services.ts';
import { listSellerBalances } from '../ledger/balances.ts';
import type { Queryable } from '../storage/sql.ts';
import { transact } from '../storage/transact.ts';
import { openPayee, sealPayee } from './payout-account.ts';

export interface PayoutBatch {
  batchId: string;
  count: number;
  totalMinor: bigint;
}

const BANK: Account = { code: 'bank', ownerId: 'house' };
/** `payouts`: how many one file holds; the next batch takes the others. `page`: shops that are looked at together. */
const LIMITS = { payouts: 2000, page: 500 };
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

type Paying = Pick<Services, 'directory' | 'settings' | 'random' | 'clock'>;

/**
 * Sets aside all that is payable in one currency to shops that named an account, one payout each; a shop whose account
 * was changed a moment ago waits. The lock on the shop's account row lets one batch at a time read its balance, so that
 * nothing is paid twice.
 */
export async function preparePayouts(
  services: Paying,
  { currency, executionDate }: { currency: Currency; executionDate: string },
  limits = LIMITS,
): Promise<PayoutBatch> {
  return await transact(services.directory, async tx => {
    const batch = { batchId: makeId(services), count: 0, totalMinor: 0n };
    const { batchId } = batch;
    await tx`
      insert into payout_batches (id, currency, execution_date, created_at_ms)
      values (${batchId}, ${currency}, ${executionDate}, ${services.clock()})`;
    for await (const { sellerId, sealed } of lockAccounts(tx, services.clock(), limits.page)) {
      const balance = (await listSellerBalances(tx, sellerId)).find(found => found.currency === currency);
      const amountMinor = BigInt(balance?.payableMinor ?? '0');
      if (amountMinor <= 0n) continue;
      await setAside(tx, services, { batchId, sellerId, currency, amountMinor, sealed });
      batch.count += 1;
      batch.totalMinor += amountMinor;
      if (batch.count === limits.payouts) break;
    }
    return batch;
  });
}

/** Every account that may be paid to by now, a page after the other: most shops have nothing payable. */
async function* lockAccounts(
  tx: Queryable,
  nowMs: number,
  page: number,
): AsyncGenerator<{ sellerId: string; sealed: Buffer }> {
  for (let after = FIRST_ID; ; ) {
    const accounts = await tx<{ seller_id: string; sealed: Buffer }[]>`
      select seller_id, sealed from payout_accounts where pays_from_ms <= ${nowMs} and seller_id > ${after}
      order by seller_id limit ${page} for update`;
    for (const { seller_id: sellerId, sealed } of accounts) yield { sellerId, sealed };
    const last = accounts.at(-1);
    if (!last || accounts.length < page) return;
    after = last.seller_id;
  }
}

async function setAside(
  tx: Queryable,
  services: Paying,
  paid: { batchId: string; sellerId: string; currency: Currency; amountMinor: bigint; sealed: Buffer },
): Promise<void> {
  const { batchId, sellerId, currency, amountMinor } = paid;
  const id = makeId(services);
  const nowMs = services.clock();
  const payee = openPayee(services, `payout_accounts:${sellerId}`, paid.sealed);
  await tx`
    insert into payouts (id, batch_id, seller_id, currency, amount_minor, end_to_end_id, state, payee_sealed, created_at_ms)
    values (${id}, ${batchId}, ${sellerId}, ${currency}, ${amountMinor}, ${id.replaceAll('-', '')}, 'pending',
      ${sealPayee(services, `payouts:${id}`, payee)}, ${nowMs})`;
  const move = { payoutId: id, sellerId, currency, nowMs };
  await postPayout(tx, move, { kind: 'pending', postedMinor: 0n, pendingMinor: amountMinor });
}

interface Move {
  payoutId: string;
  sellerId: string;
  currency: string;
  nowMs: number;
}

/** One transfer of a payout, from what is payable to the shop to the bank. */
async function postPayout(
  tx: Queryable,
  { payoutId, sellerId, currency, nowMs }: Move,
  transfer: { kind: 'pending' | 'post' | 'void'; postedMinor: bigint; pendingMinor: bigint },
): Promise<void> {
  const { kind, postedMinor, pendingMinor } = transfer;
  await tx`
    insert into transfers (kind, payout_id, debit_code, debit_owner, credit_code, credit_owner, currency,
      posted_minor, pending_minor, at_ms)
    values (${kind}, ${payoutId}, 'seller_payable', ${sellerId}, ${BANK.code}, ${BANK.ownerId}, ${currency},
      ${postedMinor}, ${pendingMinor}, ${nowMs})`;
}

interface PayoutRow {
  id: string;
  seller_id: string;
  currency: string;
  amount_minor: bigint;
  state: 'pending' | 'unanswered' | 'posted' | 'voided';
}

/**
 * Ends the payout that the bank calls `endToEndId`: it left our account (`posted`), or it came back (`voided`). One that
 * had left and comes back is payable again. Told again, nothing happens.
 */
export async function endPayout(
  services: Pick<Services, 'directory' | 'clock'>,
  told: { endToEndId: string; currency: string; amountMinor: bigint; as: 'posted' | 'voided' },
): Promise<'ended' | 'known' | 'unmatched'> {
  return await transact(services.directory, async tx => {
    const [payout] = await tx<PayoutRow[]>`
      select id, seller_id, currency, amount_minor, state from payouts
      where end_to_end_id = ${told.endToEndId} for update`;
    if (!payout || payout.currency !== told.currency || payout.amount_minor !== told.amountMinor)
      return 'unmatched';
    if (payout.state === told.as) return 'known';
    // It left after all: where it was given up, what left twice is for a person to look at.
    if (payout.state === 'voided') return (await hadLeft(tx, payout.id)) ? 'known' : 'unmatched';
    const nowMs = services.clock();
    await tx`update payouts set state = ${told.as}, ended_at_ms = ${nowMs} where id = ${payout.id}`;
    await endTransfers(tx, payout, told.as, nowMs);
    return 'ended';
  });
}

async function hadLeft(tx: Queryable, payoutId: string): Promise<boolean> {
  const posted = await tx`select 1 from transfers where payout_id = ${payoutId} and kind = 'post'`;
  return posted.length > 0;
}

/**
 * The bank refused a payout and will never pay it (pain.002): what was set aside is payable again. Only for one whose
 * time is over, so that a file under way is not undone by a slip.
 */
export async function giveUpPayout(
  services: Pick<Services, 'directory' | 'clock'>,
  payoutId: string,
): Promise<{ ok: Record<string, never> } | { refused: 'not_found' | 'stage_wrong' }> {
  return await transact(services.directory, async tx => {
    const [payout] = await tx<PayoutRow[]>`
      select id, seller_id, currency, amount_minor, state from payouts where id = ${payoutId} for update`;
    if (!payout) return { refused: 'not_found' };
    if (payout.state === 'voided') return { ok: {} };
    if (payout.state !== 'unanswered') return { refused: 'stage_wrong' };
    const nowMs = services.clock();
    await tx`update payouts set state = 'voided', ended_at_ms = ${nowMs} where id = ${payout.id}`;
    await endTransfers(tx, payout, 'voided', nowMs);
    return { ok: {} };
  });
}

async function endTransfers(
  tx: Queryable,
  payout: PayoutRow,
  as: 'posted' | 'voided',
  nowMs: number,
): Promise<void> {
  const { id: payoutId, seller_id: sellerId, currency, amount_minor: amountMinor } = payout;
  const move = { payoutId, sellerId, currency, nowMs };
  if (payout.state === 'posted') {
    await tx`
      insert into transfers (kind, payout_id, debit_code, debit_owner, credit_code, credit_owner, currency,
        posted_minor, pending_minor, at_ms)
      values ('single', ${payoutId}, ${BANK.code}, ${BANK.ownerId}, 'seller_payable', ${sellerId}, ${currency},
        ${amountMinor}, 0, ${nowMs})`;
    return;
  }
  const postedMinor = as === 'posted' ? amountMinor : 0n;
  await postPayout(tx, move, {
    ...{ kind: as === 'posted' ? 'post' : 'void', postedMinor, pendingMinor: -amountMinor },
  });
}
