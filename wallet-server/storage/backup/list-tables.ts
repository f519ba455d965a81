import type { Queryable } from '../sql.ts';
import { RESTORE_MARK } from './restore-mark.ts';

/**
 * The tables of a database that are kept in a backup, in an order in which no row names one that comes later. Tables
 * that a crash empties anyway (`unlogged`) and those of the migrations themselves are left out.
 */
export async function listTables(sql: Queryable): Promise<string[]> {
  const tables = await sql<{ name: string }[]>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relpersistence = 'p'
      and relname not in ('migrations', 'migration_lock', ${RESTORE_MARK})
    order by relname`;
  const links = await sql<{ name: string; needs: string }[]>`
    select own.relname as name, other.relname as needs from pg_constraint
    join pg_class own on own.oid = conrelid join pg_class other on other.oid = confrelid
    where contype = 'f' and own.relnamespace = 'public'::regnamespace and conrelid <> confrelid`;
  return sortByNeeds(
    tables.map(({ name }) => name),
    links,
  );
}

/** Pure part of `listTables`. A circle of needs is a bug of the schema. */
export function sortByNeeds(
  names: readonly string[],
  links: ReadonlyArray<{ name: string; needs: string }>,
): string[] {
  const sorted: string[] = [];
  const waiting = new Set(names);
  while (waiting.size > 0) {
    const ready = [...waiting].filter(name =>
      links.every(link => link.name !== name || !waiting.has(link.needs)),
    );
    if (ready.length === 0) throw new TypeError(`tables need each other: ${[...waiting].join(' ')}`);
    for (const name of ready) {
      sorted.push(name);
      waiting.delete(name);
    }
  }
  return sorted;
}
