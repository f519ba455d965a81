import { listSellerBalances } from '#server/ledger/balances.ts';
import { closeBooks } from '#server/ledger/close-books.ts';
import { findNumber } from '#server/numbers/find-number.ts';
import { makeEngine } from '#server/purchases/engine.ts';
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
const LOOK_UPS = 50;
/** One look takes less than a clock tells well. */
const LOOKS_AT_ONCE = 10;

/** Milliseconds: on the wall for one look, and of the database's processor for a command. */
interface Costs {
  command: number;
  processor: number;
  balance: number;
  number: number;
}

/** What a command, a shop's balance and a number cost as purchases pile up: at 10,000, and at each of `sizes` beside it. */
export async function measureGrowth(seconds: number, sizes: readonly number[]): Promise<Section> {
  const section: Section = { name: 'Growth of cost', rows: [], notes: [] };
  const database = await openBenchDatabase(CONNECTIONS);
  if (!database) return section;
  const { sql } = database;
  try {
    const market = await seedMarket(sql, CALLERS);
    const at = async (size: number) => {
      await fillPurchases(sql, market, size);
      await closeBooks({ directory: sql, clock: Date.now });
      return await measureCosts(sql, market, seconds);
    };
    await at(SMALLEST);
    const small = await at(SMALLEST);
    for (const size of sizes) section.rows.push(...makeRows(size, await at(size), small));
    return section;
  } finally {
    await database.close();
  }
}

async function measureCosts(sql: Sql, market: SeededMarket, seconds: number): Promise<Costs> {
  const engine = makeEngine(sql, makeTestSettings());
  const before = await readDatabaseCpu(sql);
  const load = await runLoad(CALLERS, seconds, liveInProcess(engine, market));
  const used = (await readDatabaseCpu(sql)) - before;
  return {
    command: findMedian(load.callMs),
    processor: used / load.callMs.length,
    balance: await time(() => listSellerBalances(sql, market.seller.id)),
    number: await time(() => findNumber(sql, market.buyers[0]?.member.number ?? '')),
  };
}

async function time(run: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let count = 0; count < LOOK_UPS; count += 1) {
    const startedAt = performance.now();
    for (let look = 0; look < LOOKS_AT_ONCE; look += 1) await run();
    took.push((performance.now() - startedAt) / LOOKS_AT_ONCE);
  }
  return findMedian(took);
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
