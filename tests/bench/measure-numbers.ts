import { findNumber, getActiveNumber } from '#server/numbers/find-number.ts';
import type { Sql } from '#server/storage/sql.ts';
import { readDatabaseCpu } from './escrow/processor-time.ts';
import { fillNumbers, pickPeople, type SampledPerson } from './filling/fill-numbers.ts';
import { openDirectories } from './filling/open-directories.ts';
import type { Row, Section } from './report.ts';

/** Sizes take turns, so that whatever else the machine does falls on all of them alike. */
const ROUNDS = 10;
const LOOKUPS_A_ROUND = 3000;
/**
 * Who asks alone measures whether the system runs caller and database on one core, or wakes another for each question:
 * the same lookup takes a third or three times as long from one moment to the next.
 */
const ASKED_AT_ONCE = 100;

const LOOKUPS: Record<string, (sql: Sql, person: SampledPerson) => Promise<unknown>> = {
  'a number, given once': (sql, { number }) => findNumber(sql, number),
  'a number, never given': (sql, { number }) => findNumber(sql, `${number.slice(0, -1)}Z`),
  "a person's active number": (sql, { personId }) => getActiveNumber(sql, personId),
  'a person by the unique address': (sql, { addressIndex }) =>
    sql`select id, address_sealed, locale, code_limits, reading_key from people where address_index = ${addressIndex}`,
};

interface Measured {
  tookMs: number;
  processorMs: number;
}

interface Filled {
  size: number;
  sql: Sql;
  measured: Map<string, Measured>;
}

/**
 * How many lookups a second there are, and what one takes of the database's processor, among more and more numbers:
 * those that are asked for lie all over the table and none is asked for twice, so that pages are as cold as in life.
 */
export async function measureNumbers(sizes: readonly number[]): Promise<Section> {
  const section: Section = { name: 'Lookups by number', rows: [], notes: [] };
  const directories = await openDirectories();
  try {
    const filled: Filled[] = [];
    for (const size of sizes) {
      const sql = await directories.open(`numbers_${size}`);
      const startedAt = performance.now();
      await fillNumbers(sql, size);
      console.log(
        `${size.toLocaleString('en')} numbers filled in ${((performance.now() - startedAt) / 1000).toFixed(0)} s`,
      );
      filled.push({ size, sql, measured: new Map() });
    }
    for (const one of filled) await measureRound(one);
    for (const one of filled) one.measured.clear();
    for (let round = 0; round < ROUNDS; round += 1) for (const one of filled) await measureRound(one);
    section.rows.push(...filled.flatMap(one => makeRows(one, filled[0] ?? one)));
    return section;
  } finally {
    await directories.close();
  }
}

async function measureRound({ sql, size, measured }: Filled): Promise<void> {
  for (const [what, lookup] of Object.entries(LOOKUPS)) {
    const people = await pickPeople(sql, size, LOOKUPS_A_ROUND);
    const before = await readDatabaseCpu(sql);
    const startedAt = performance.now();
    for (let at = 0; at < people.length; at += ASKED_AT_ONCE)
      await Promise.all(people.slice(at, at + ASKED_AT_ONCE).map(person => lookup(sql, person)));
    const tookMs = performance.now() - startedAt;
    const processorMs = (await readDatabaseCpu(sql)) - before;
    const known = measured.get(what) ?? { tookMs: 0, processorMs: 0 };
    measured.set(what, { tookMs: known.tookMs + tookMs, processorMs: known.processorMs + processorMs });
  }
}

function makeRows(one: Filled, smallest: Filled): Row[] {
  const name = (what: string) => `${one.size.toLocaleString('en')} numbers: ${what}`;
  const asked = ROUNDS * LOOKUPS_A_ROUND;
  return Object.keys(LOOKUPS).flatMap(what => {
    const [own, first] = [one.measured.get(what), smallest.measured.get(what)];
    if (!own || !first) return [];
    const beside = (value: number) => (one === smallest ? {} : { beside: { name: 'the smallest', value } });
    const rate = ({ tookMs }: Measured) => asked / (tookMs / 1000);
    const cost = ({ processorMs }: Measured) => (processorMs * 1000) / asked;
    return [
      { name: name(what), unit: 'per_second', value: rate(own), ...beside(rate(first)) },
      {
        name: name(`${what}, the database's processor`),
        unit: 'us',
        value: cost(own),
        ...beside(cost(first)),
      },
    ];
  });
}
