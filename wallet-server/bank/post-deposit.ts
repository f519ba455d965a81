import type { Currency } from '#shared/money/currency.ts';
import { planDeposit } from '#shared/purchase/transfers.ts';
import type { Services } from '../app/services.ts';
import { openBalance } from '../ledger/balances.ts';
import { runUnit, type Unit } from '../purchases/run-unit.ts';
import { enqueueJobs } from '../storage/jobs/enqueue-jobs.ts';
import { payOpenBills } from './pay-open-bills.ts';

export interface Deposit {
  bankReference: string;
  personId: string;
  currency: Currency;
  amountMinor: bigint;
}

/**
 * Credits a payment once: the bank's own reference names it. The same notice again changes nothing (`known`), another
 * one under the same reference is a `conflict`. Open bills are paid afterwards, in transactions of their own.
 */
export async function postDeposit(
  services: Services,
  deposit: Deposit,
): Promise<'credited' | 'known' | 'conflict'> {
  const posted = await runUnit(services, unit => post(unit, deposit));
  if (posted === 'credited') await payOpenBills(services, deposit);
  return posted;
}

async function post({ tx, services }: Unit, deposit: Deposit): Promise<'credited' | 'known' | 'conflict'> {
  const { bankReference, personId, currency, amountMinor } = deposit;
  const nowMs = services.clock();
  const noticed = await tx`
    insert into bank_notices (bank_reference, person_id, currency, amount_minor, noticed_at_ms)
    values (${bankReference}, ${personId}, ${currency}, ${amountMinor}, ${nowMs}) on conflict do nothing`;
  if (noticed.count === 0) {
    const same = await tx`
      select 1 from bank_notices where bank_reference = ${bankReference} and person_id = ${personId}
        and currency = ${currency} and amount_minor = ${amountMinor}`;
    return same.count === 1 ? 'known' : 'conflict';
  }
  await credit({ tx, services }, deposit);
  // Should this process die before it pays the bills, the job does.
  const payload = { personId, currency };
  await enqueueJobs(tx, [{ kind: 'pay_open_bills', key: bankReference, payload, runAtMs: nowMs }], nowMs);
  return 'credited';
}

async function credit({ tx, services }: Pick<Unit, 'tx' | 'services'>, deposit: Deposit): Promise<void> {
  const { bankReference, personId, currency, amountMinor } = deposit;
  const transfer = planDeposit(personId, amountMinor);
  if (transfer.kind !== 'single') throw new TypeError('a deposit posts at once');
  const { debit, credit } = transfer;
  await tx`
    insert into transfers (kind, bank_reference, debit_code, debit_owner, credit_code, credit_owner, currency,
      posted_minor, pending_minor, at_ms)
    values ('single', ${bankReference}, ${debit.code}, ${debit.ownerId}, ${credit.code}, ${credit.ownerId},
      ${currency}, ${amountMinor}, 0, ${services.clock()})`;
  await openBalance(tx, personId, currency);
  await tx`
    update person_balances set funds_minor = funds_minor + ${amountMinor}
    where person_id = ${personId} and currency = ${currency}`;
}
