import { setTimeout as pause } from 'node:timers/promises';
import { readTrialBalance } from '#server/ledger/trial-balance.ts';
import { openPool, type Sql } from '#server/storage/sql.ts';
import { type Buyer, type Market, openMarket } from '#tests/bench/escrow/market.ts';
import { findLosses } from '../check.ts';
import { makeChoices } from '../choices.ts';
import { type Journal, type Life, openLife } from '../journal.ts';
import { liveThrough } from '../live-through.ts';
import { openWebhookReceiver } from '../webhook-receiver.ts';
import { openBankWorld } from './bank-world.ts';
import type { Unruliness } from './unruly-proxy.ts';

export interface BankSettings {
  servers: number;
  callers: number;
  livesPerCaller: number;
  /** Kill the primary when half of the lives are over. */
  failOver: boolean;
  seed: number;
  /** A fault to plant in the database when half of the lives are over. */
  plant?: (sql: Sql) => Promise<void>;
}

export interface BankTally {
  lives: number;
  /** How often all balances were read while money moved. */
  reads: number;
  did: Unruliness;
}

/** What a caller is told because the network doubled its call, and asks again about under the same key. */
const DOUBLED = /^refused: (?:proof_invalid|conflict)$/;
const LIFE_WITHIN_MS = 240_000;

/**
 * Jepsen's bank: callers move money through a network that loses, doubles and delays calls, on one or more servers; at
 * every read the sum over all accounts is the same, and in the end everything acknowledged is there, once.
 * @throws Error that says what was lost or when money appeared.
 */
export async function runBank(settings: BankSettings): Promise<BankTally> {
  const world = await openBankWorld(settings.servers, makeChoices(settings.seed));
  const receiver = await openWebhookReceiver();
  const sql = openPool({ url: world.databaseUrl }, { connections: 2, name: 'bank test' });
  try {
    world.proxy.calmDown();
    const market = await openMarket(world.origin, settings.callers, receiver.url);
    world.proxy.rouse();
    const journal: Journal = { lives: [] };
    const reading = readAgainAndAgain(sql, await sumMoney(sql));
    const half = { reached: false };
    const callers = market.buyers.map((buyer, caller) =>
      liveSeveral({ market, buyer, caller, journal }, settings, async () => {
        if (half.reached || countOver(journal) * 2 < totalOf(settings)) return;
        half.reached = true;
        await settings.plant?.(sql);
        if (settings.failOver) await world.failOver();
      }),
    );
    await Promise.all(callers).finally(() => reading.stop());
    const reads = await reading.done;
    const losses = await findLosses(sql, journal, market.seller.id);
    if (losses.length > 0) throw new Error(losses.slice(0, 10).join('\n'));
    const doubled = receiver.listDoubled();
    if (doubled.length > 0) throw new Error(`told under two ids: ${doubled[0]}`);
    return { lives: journal.lives.length, reads, did: world.proxy.did };
  } finally {
    receiver.close();
    await sql.end({ timeout: 1 });
    await world.close();
  }
}

function totalOf({ callers, livesPerCaller }: BankSettings): number {
  return callers * livesPerCaller;
}

function countOver({ lives }: Journal): number {
  return lives.filter(life => life.acknowledged === 'closed').length;
}

interface Caller {
  market: Market;
  buyer: Buyer;
  caller: number;
  journal: Journal;
}

async function liveSeveral(
  { market, buyer, caller, journal }: Caller,
  { livesPerCaller }: BankSettings,
  afterLife: () => Promise<void>,
): Promise<void> {
  for (let count = 0; count < livesPerCaller; count += 1) {
    await liveToTheEnd(market, buyer, openLife(journal, caller));
    await afterLife();
  }
}

async function liveToTheEnd(market: Market, buyer: Buyer, life: Life): Promise<void> {
  const deadline = performance.now() + LIFE_WITHIN_MS;
  while (performance.now() < deadline) {
    try {
      if (await liveThrough(market, buyer, life)) return;
    } catch (fault) {
      if (!(fault instanceof Error) || !DOUBLED.test(fault.message)) throw fault;
    }
    await pause(20);
  }
  throw new Error(`${life.orderNumber} does not get past ${life.acknowledged}`);
}

/** All that persons have and shops are owed, in one statement: it changes by paying in alone. */
async function sumMoney(sql: Sql): Promise<bigint> {
  const [row] = await sql<{ minor: bigint }[]>`
    select ((select coalesce(sum(funds_minor), 0) from person_balances)
      + (select coalesce(sum(posted_minor), 0) from transfers where credit_code = 'seller_payable')
      - (select coalesce(sum(posted_minor), 0) from transfers where debit_code = 'seller_payable'))::bigint as minor`;
  return row?.minor ?? 0n;
}

function readAgainAndAgain(sql: Sql, expected: bigint): { stop(): void; done: Promise<number> } {
  const state = { over: false };
  const read = async () => {
    let reads = 0;
    while (!state.over) {
      const sum = await sumMoney(sql).catch(() => null);
      if (sum !== null && sum !== expected)
        throw new Error(`there were ${expected}, and at one moment ${sum}`);
      const books = await readTrialBalance(sql).catch(() => []);
      if (books.some(book => book.totalMinor !== 0n || book.driftMinor !== 0n || book.pendingMinor !== 0n))
        throw new Error('at one moment the books were off');
      if (sum !== null) reads += 1;
      await pause(10);
    }
    return reads;
  };
  const done = read();
  // A wrong sum is told by `done` when the callers are through.
  done.catch(() => undefined);
  return {
    done,
    stop: () => {
      state.over = true;
    },
  };
}
