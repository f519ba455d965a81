import { listSellerBalances } from '#server/ledger/balances.ts';
import { closeBooks } from '#server/ledger/close-books.ts';
import { findNumber } from '#server/numbers/find-number.ts';
import { type Engine, makeEngine } from '#server/purchases/engine.ts';
import type { Sql } from '#server/storage/sql.ts';
import { makeTestSettings } from '#tests/fixtures/server-settings.ts';
import { openBenchDatabase } from './escrow/bench-database.ts';
import { fillPurchases } from './escrow/fill-purchases.ts';
import { liveInProcess } from './escrow/live-in-process.ts';
import { runLoad } from './escrow/load.ts';
import { readDatabaseCpu } from './escrow/processor-time.ts';
import { type SeededMarket, seedMarket } from './escrow/seed-market.ts';
import type { Row, Section } from './report.ts';
import { findMedian } from './statistics.ts';

const SMALLEST = 10_000;
const CALLERS = 8;
const CONNECTIONS = 8;
/** Sizes take turns, so that whatever else the machine does falls on all of them alike. */
const ROUNDS = 8;
const LOOK_UPS_A_ROUND = 20;
/** One look takes less than a clock tells well. */
const LOOKS_AT_ONCE = 10;

/** Milliseconds: on the wall for one look, and of the database's processor for a command. */
interface Costs {
  command: number;
  processor: number;
  balance: number;
  number: number;
}

interface Filled {
  size: number;
  sql: Sql;
  market: SeededMarket;
  engine: Engine;
  close(): Promise<void>;
  /** What was measured so far, in milliseconds. */
  commandMs: number[];
  processorMs: number;
  balanceMs: number[];
  numberMs: number[];
}

/**
 * What a command, a shop's balance and a number cost as purchases pile up: at 10,000, and at each of `sizes` beside it.
 * Each size has a PostgreSQL of its own.
 */
export async function measureGrowth(seconds: number, sizes: readonly number[]): Promise<Section> {
  const section: Section = { name: 'Growth of cost', rows: [], notes: [] };
  const filled: Filled[] = [];
  try {
    for (const size of [SMALLEST, ...sizes]) {
      const one = await fillDatabase(size);
      if (!one) return section;
      filled.push(one);
    }
    for (const one of filled) await warmUp(one, seconds);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const one of filled) await measureRound(one, seconds / ROUNDS);
    }
    const [small, ...grown] = filled;
    if (small) for (const one of grown) section.rows.push(...makeRows(one.size, sumUp(one), sumUp(small)));
    return section;
  } finally {
    for (const one of filled) await one.close();
  }
}

async function fillDatabase(size: number): Promise<Filled | null> {
  const database = await openBenchDatabase(CONNECTIONS);
  if (!database) return null;
  const { sql, close } = database;
  const market = await seedMarket(sql, CALLERS);
  await fillPurchases(sql, market, size);
  await closeBooks({ directory: sql, clock: Date.now });
  const engine = makeEngine(sql, makeTestSettings());
  return { size, sql, market, engine, close, commandMs: [], processorMs: 0, balanceMs: [], numberMs: [] };
}

async function warmUp({ engine, market }: Filled, seconds: number): Promise<void> {
  await runLoad(CALLERS, seconds / 2, liveInProcess(engine, market));
}

async function measureRound(one: Filled, seconds: number): Promise<void> {
  const { sql, market, engine } = one;
  const before = await readDatabaseCpu(sql);
  const load = await runLoad(CALLERS, seconds, liveInProcess(engine, market));
  one.processorMs += (await readDatabaseCpu(sql)) - before;
  one.commandMs.push(...load.callMs);
  one.balanceMs.push(...(await timeEach(() => listSellerBalances(sql, market.seller.id))));
  one.numberMs.push(...(await timeEach(() => findNumber(sql, market.buyers[0]?.member.number ?? ''))));
}

async function timeEach(run: () => Promise<unknown>): Promise<number[]> {
  const took: number[] = [];
  for (let count = 0; count < LOOK_UPS_A_ROUND; count += 1) {
    const startedAt = performance.now();
    for (let look = 0; look < LOOKS_AT_ONCE; look += 1) await run();
    took.push((performance.now() - startedAt) / LOOKS_AT_ONCE);
  }
  return took;
}

function sumUp({ commandMs, processorMs, balanceMs, numberMs }: Filled): Costs {
  return {
    command: findMedian(commandMs),
    processor: processorMs / commandMs.length,
    balance: findMedian(balanceMs),
    number: findMedian(numberMs),
  };
}

function makeRows(size: number, costs: Costs, small: Costs): Row[] {
  const names = {
    ...{ command: 'a command, median', processor: "a command, the database's processor" },
    ...{ balance: "a shop's balance, median", number: 'finding a number, median' },
  } as const;
  return Object.entries(names).map(([key, name]) => {
    const cost = key as keyof Costs;
    return {
      ...{ name: `${size.toLocaleString('en')} purchases: ${name}`, unit: 'ms', value: costs[cost] },
      beside: { name: `at ${SMALLEST.toLocaleString('en')}`, value: small[cost] },
    };
  });
}
