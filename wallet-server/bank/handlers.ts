import type { Handlers } from '../app/handler.ts';
import { listBalances, listCredits } from '../ledger/balances.ts';
import { listOpenPayouts } from './await-answers.ts';
import { findPaymentOrder, writePaymentOrder } from './payment-order.ts';
import { findPayer, keepPaymentReference } from './payment-reference.ts';
import { giveUpPayout, preparePayouts } from './payouts.ts';
import { postDeposit } from './post-deposit.ts';
import { takeReport } from './take-report.ts';

/** Money that comes in, and how it stands between a person and Wayveil. */
export const BANK_HANDLERS: Handlers<
  | 'postBankNotice'
  | 'getAccount'
  | 'postBankReport'
  | 'preparePayouts'
  | 'getPayoutFile'
  | 'listPayouts'
  | 'giveUpPayout'
> = {
  postBankReport: (services, { body }) => takeReport(services, body.document),

  async preparePayouts(services, { body }) {
    if (!services.settings.payoutAccount) return { refused: 'payout_account_missing' };
    const { batchId, count, totalMinor } = await preparePayouts(services, body);
    return { ok: { batchId, count, totalMinor: totalMinor.toString() } };
  },

  async getPayoutFile(services, { params }) {
    const debtor = services.settings.payoutAccount;
    if (!debtor) return { refused: 'payout_account_missing' };
    const order = await findPaymentOrder(services, { ...params, debtor });
    if (!order || order.payments.length === 0) return { refused: 'not_found' };
    const fileName = `pain.001-${order.executionDate}-${params.batchId}.xml`;
    return { ok: { fileName, document: writePaymentOrder(order) } };
  },

  async listPayouts(services) {
    return { ok: { payouts: await listOpenPayouts(services.directory) } };
  },

  async giveUpPayout(services, { party, params }) {
    const ended = await giveUpPayout(services, params.payoutId);
    if ('ok' in ended) services.log.info('payout_given_up', { ...params, ...party });
    return ended;
  },

  async postBankNotice(services, { body }) {
    const personId = await findPayer(services, body.paymentReference);
    if (personId === null) return { refused: 'member_unknown' };
    const { bankReference, currency } = body;
    const deposit = { bankReference, personId, currency, amountMinor: BigInt(body.amountMinor) };
    const posted = await postDeposit(services, deposit);
    return posted === 'conflict' ? { refused: 'conflict' } : { ok: { credited: posted === 'credited' } };
  },

  async getAccount(services, { party }) {
    const { payoutAccount, creditLimits } = services.settings;
    const [paymentReference, balances, credits] = await Promise.all([
      keepPaymentReference(services, party.personId),
      listBalances(services.directory, party.personId),
      listCredits(services.directory, party.personId, creditLimits),
    ]);
    return { ok: { paymentReference, payInto: payoutAccount, balances, credits } };
  },
};
