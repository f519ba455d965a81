import type { Handlers } from '../app/handler.ts';
import { listBalances } from '../ledger/balances.ts';
import { findPayer, keepPaymentReference } from './payment-reference.ts';
import { postDeposit } from './post-deposit.ts';

/** Money that comes in, and how it stands between a person and Wayveil. */
export const BANK_HANDLERS: Handlers<'postBankNotice' | 'getAccount'> = {
  async postBankNotice(services, { body }) {
    const personId = await findPayer(services, body.paymentReference);
    if (personId === null) return { refused: 'member_unknown' };
    const { bankReference, currency } = body;
    const deposit = { bankReference, personId, currency, amountMinor: BigInt(body.amountMinor) };
    const posted = await postDeposit(services, deposit);
    return posted === 'conflict' ? { refused: 'conflict' } : { ok: { credited: posted === 'credited' } };
  },

  async getAccount(services, { party }) {
    const [paymentReference, balances] = await Promise.all([
      keepPaymentReference(services, party.personId),
      listBalances(services.directory, party.personId),
    ]);
    return { ok: { paymentReference, balances } };
  },
};
