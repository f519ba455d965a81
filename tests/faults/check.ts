import { setTimeout as pause } from 'node:timers/promises';
import { readTrialBalance } from '#server/ledger/trial-balance.ts';
import { runVerifier } from '#server/log/verifier/run-verifier.ts';
import type { Sql } from '#server/storage/sql.ts';
import { type Journal, judgeLife, type Step } from './journal.ts';
import { AMOUNT_MINOR } from './live-through.ts';

interface Found {
  order_number: string;
  state: Step;
  version: number;
  events: number;
  told: number;
}

/** Events of a held purchase that are told to the shop, by the step at which all of them have happened. */
const TOLD_BY: Record<Step, number> = {
  ...{ none: 0, order_received: 1, identity_confirmed: 2, shipped: 3, closed: 5 },
};

/** Everything that must hold after a kill, as sentences where it does not. */
export async function findLosses(sql: Sql, journal: Journal, sellerId: string): Promise<string[]> {
  const rows = await sql<Found[]>`
    with events as (select purchase_id, count(*)::int as count from purchase_events group by purchase_id),
      told as (
        select order_number, count(*)::int as count from webhook_deliveries
        where seller_id = ${sellerId} group by order_number
      )
    select order_number, state, version, coalesce(events.count, 0) as events, coalesce(told.count, 0) as told
    from purchases left join events on events.purchase_id = purchases.id left join told using (order_number)
    where seller_id = ${sellerId}`;
  const found = new Map(rows.map(row => [row.order_number, row]));
  const losses = journal.lives.flatMap(life => {
    const row = found.get(life.orderNumber);
    const state = row?.state ?? 'none';
    const halves = row && row.events !== row.version ? [`${life.orderNumber} has half a command`] : [];
    const untold = row && row.told !== TOLD_BY[state] ? [`${life.orderNumber} owes its shop a message`] : [];
    const lost = judgeLife(life, state);
    return [...(lost ? [lost] : []), ...halves, ...untold];
  });
  return [...losses, ...(await findWrongBooks(sql, rows, sellerId))];
}

async function findWrongBooks(sql: Sql, rows: readonly Found[], sellerId: string): Promise<string[]> {
  const books = await readTrialBalance(sql);
  const wrong = books
    .filter(book => book.totalMinor !== 0n || book.driftMinor !== 0n || book.pendingMinor !== 0n)
    .map(book => `the books are off in ${book.currency}`);
  const [paid] = await sql<{ minor: bigint }[]>`
    select coalesce(sum(posted_minor), 0)::bigint as minor from transfers
    where credit_code = 'seller_payable' and credit_owner = ${sellerId}`;
  const owed = BigInt(rows.filter(({ state }) => state === 'closed').length) * AMOUNT_MINOR;
  return paid?.minor === owed ? wrong : [...wrong, `the shop is owed ${owed} and was given ${paid?.minor}`];
}

/** Whether the log that was served before is still what it was; its words where it is not. */
export async function findLogFaults(origin: string, rememberedFile: string): Promise<string[]> {
  const said: string[] = [];
  const code = await runVerifier(['--origin', origin, '--since', rememberedFile], line => said.push(line));
  // A verifier that got no answer says nothing about the log.
  if (code === 2) throw new NotAnsweredError(said.join(' '));
  return code === 0 ? [] : [`the log: ${said.join(' ')}`];
}

class NotAnsweredError extends Error {
  readonly code = 'not_answered';
}

/** What says that a database is on its way up or down, and nothing about what it holds. */
const AWAY = /^(?:57P0[1-3]|08\w{3}|CONNECTION_\w+|CONNECT_TIMEOUT|ECONN\w+|ENOENT|EPIPE|not_answered)$/;
const CHECKED_WITHIN_MS = 60_000;
const CHECKED_AGAIN_AFTER_MS = 100;

/** Asks until it is answered: of a database that was killed under its server, some connection may still be the old one. */
export async function askUntilAnswered<T>(ask: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + CHECKED_WITHIN_MS;
  for (;;) {
    try {
      return await ask();
    } catch (fault) {
      const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
      if (!AWAY.test(code) || performance.now() > deadline) throw fault;
      await pause(CHECKED_AGAIN_AFTER_MS);
    }
  }
}
