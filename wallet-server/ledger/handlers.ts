import type { Currency } from '#shared/money/currency.ts';
import type { Handlers } from '../app/handler.ts';
import { readStatement } from './statement.ts';
import { listAccountTotals, readTrialBalance } from './trial-balance.ts';

/** Accounts as their owners see them, and all of them added up. */
export const LEDGER_HANDLERS: Handlers<'getStatement' | 'getSellerStatement' | 'getTrialBalance'> = {
  async getStatement({ directory }, { party, query }) {
    const code = query.account === 'funds' ? 'person_funds' : 'person_advances';
    return { ok: await readStatement(directory, { code, ownerId: party.personId }, query) };
  },

  async getSellerStatement({ directory }, { party, query }) {
    return { ok: await readStatement(directory, { code: 'seller_payable', ownerId: party.sellerId }, query) };
  },

  async getTrialBalance({ directory }) {
    const [books, totals] = await Promise.all([readTrialBalance(directory), listAccountTotals(directory)]);
    return {
      ok: {
        books: books.map(({ currency, totalMinor, driftMinor, pendingMinor }) => ({
          ...{
            currency: currency as Currency,
            differenceMinor: `${totalMinor}`,
            driftMinor: `${driftMinor}`,
          },
          pendingDifferenceMinor: `${pendingMinor}`,
          accounts: totals
            .filter(total => total.currency === currency)
            .map(({ code, debitedMinor, creditedMinor }) => ({
              ...{ code, debitedMinor: `${debitedMinor}`, creditedMinor: `${creditedMinor}` },
            })),
        })),
      },
    };
  },
};
