import { findNumber, getActiveNumber } from '#server/numbers/find-number.ts';
import { openStorage } from '#server/storage/open-storage.ts';
import type { Sql } from '#server/storage/sql.ts';
import { addPeople } from '#tests/fixtures/many-people.ts';
import type { Row, Section } from './report.ts';
import { makeDataFolder } from './run-server.ts';
import { findQuantile } from './statistics.ts';

const LOOKUPS = 2000;
const WARM_UP = 300;
const QUIET = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** How many lookups by number one caller makes a second, by the median of each, among more and more people, in one run: the growth counts, not the time. */
export async function measureNumbers(sizes: readonly number[]): Promise<Section> {
  const section: Section = { name: 'Lookups by number', rows: [], notes: [] };
  const folder = makeDataFolder();
  const storage = await openStorage(
    { dataDirectory: folder.path, databases: ['directory'] },
    { logger: QUIET },
  );
  try {
    let from = 0;
    const first = new Map<string, number>();
    for (const size of sizes) {
      await addPeople(storage.directory, size, from);
      from = size;
      for (const row of await measureAt(storage.directory, size)) section.rows.push(compare(row, first));
    }
  } finally {
    await storage.close();
    folder.remove();
  }
  return section;
}

/** Beside the same at the first size. */
function compare({ what, size, value }: Measured, first: Map<string, number>): Row {
  const known = first.get(what);
  if (known === undefined) first.set(what, value);
  const beside = known === undefined ? {} : { beside: { name: 'the smallest', value: known } };
  return { name: `${size.toLocaleString('en')} people: ${what}`, unit: 'per_second', value, ...beside };
}

interface Measured {
  what: string;
  size: number;
  value: number;
}

async function measureAt(sql: Sql, size: number): Promise<Measured[]> {
  const sample = await pickSample(sql, size);
  const lookups: Record<string, (at: number) => Promise<unknown>> = {
    'a number, given once': at => findNumber(sql, sample[at % sample.length]?.number ?? ''),
    'a number, never given': at => findNumber(sql, `ZZZZ${at}`),
    "a person's active number": at => getActiveNumber(sql, sample[at % sample.length]?.person_id ?? ''),
  };
  const rows: Measured[] = [];
  for (const [what, lookup] of Object.entries(lookups)) {
    const times = await timeEach(lookup);
    rows.push({ what, size, value: 1000 / findQuantile(times, 0.5) });
  }
  return rows;
}

/** Numbers from all over the table, so that pages are as cold as they are in life. */
async function pickSample(sql: Sql, size: number) {
  const percent = Math.min(100, (LOOKUPS / size) * 100);
  return await sql<{ number: string; person_id: string }[]>`
    select number, person_id from numbers tablesample bernoulli (${percent}) where retired_at_ms is null limit ${LOOKUPS}`;
}

async function timeEach(lookup: (at: number) => Promise<unknown>): Promise<number[]> {
  for (let at = 0; at < WARM_UP; at += 1) await lookup(at);
  const times: number[] = [];
  for (let at = 0; at < LOOKUPS; at += 1) {
    const startedAt = performance.now();
    await lookup(at);
    times.push(performance.now() - startedAt);
  }
  return times;
}
