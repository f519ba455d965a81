import type { Sql } from '#server/storage/sql.ts';
import { fillWithoutIndexes } from './without-indexes.ts';

/** How many people one statement adds. */
const AT_ONCE = 1_000_000;

/** A person's id from a place in the row of people, spread as ids of chance are. */
const ID = 'md5(n::text)::uuid';
/** What finds a person by the unique address: 32 bytes, as an HMAC has. */
const ADDRESS_INDEX = 'sha256(n::text::bytea)';
/**
 * The number of a place (2n: active, 2n + 1: retired before it): two multiplications by odd factors modulo 2^36 with a
 * fold between them, so that no two are equal and neighbours lie far apart. Nine characters as the server's, of which it
 * uses twice as many; the check character is none.
 */
function numberOf(place: string): string {
  const spread = `((${place}) * 44485709377 & 68719476735)`;
  return `upper(lpad(to_hex(((${spread} # (${spread} >> 17)) * 8191231) & 68719476735), 9, '0'))`;
}

/**
 * Fills an empty directory with `count` numbers as the server writes them: half of them active, one for each person, and
 * half retired.
 */
export async function fillNumbers(sql: Sql, count: number): Promise<void> {
  const people = count / 2;
  await fillWithoutIndexes(sql, ['people', 'numbers'], async () => {
    await Promise.all([fillTable(sql, 'people', people, PEOPLE), fillTable(sql, 'numbers', people, NUMBERS)]);
  });
  // What autovacuum has done to rows that are older than a minute.
  for (const table of ['people', 'numbers']) await sql.unsafe(`vacuum (analyze) ${table}`);
}

const PEOPLE = `
  insert into people (id, address_index, address_sealed, locale, code_limits, joined_at_ms)
  select ${ID}, ${ADDRESS_INDEX}, decode(repeat(md5(n::text), 4), 'hex'), 'en', '{}', n from places`;
const NUMBERS = `
  insert into numbers (number, person_id, issued_at_ms, retired_at_ms)
  select ${numberOf('2 * n + retired')}, ${ID}, n - retired, case when retired = 1 then n end
  from places cross join (values (0), (1)) as kinds(retired)`;

/** In the transaction that emptied the table PostgreSQL writes no second copy of its rows, where its level allows. */
async function fillTable(sql: Sql, table: string, people: number, insert: string): Promise<void> {
  await sql.begin(async tx => {
    await tx.unsafe(`truncate ${table}`);
    for (let from = 0; from < people; from += AT_ONCE) {
      const to = Math.min(people, from + AT_ONCE) - 1;
      await tx.unsafe(
        `with places as (select n from generate_series(${from}::bigint, ${to}::bigint) as n) ${insert}`,
      );
    }
  });
}

export interface SampledPerson {
  personId: string;
  number: string;
  addressIndex: Buffer;
}

/** `amount` people from anywhere, as chance has it; without reading a table, which would bring it to mind. */
export async function pickPeople(sql: Sql, count: number, amount: number): Promise<SampledPerson[]> {
  return await sql.unsafe<SampledPerson[]>(`
    select ${ID} as "personId", ${numberOf('2 * n')} as number, ${ADDRESS_INDEX} as "addressIndex"
    from (select floor(random() * ${Math.floor(count / 2)})::bigint as n
      from generate_series(1, ${amount}) offset 0) as places`);
}
