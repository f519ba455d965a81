import type { Sql } from '#server/storage/sql.ts';

interface Definition {
  place: string;
  name: string;
  definition: string;
}

/**
 * Runs `fill` while `tables` have no index and nothing refers to them, and makes all of that again from what the
 * database itself says of it. A hundred million rows enter an index of random keys one by one in hours, and together
 * in minutes. What refers to them is not checked again.
 */
export async function fillWithoutIndexes(
  sql: Sql,
  tables: readonly string[],
  fill: () => Promise<void>,
): Promise<void> {
  const references = await listConstraints(sql, tables, 'f');
  const keys = await listConstraints(sql, tables, 'pu');
  for (const { place, name } of [...references, ...keys])
    await sql.unsafe(`alter table ${place} drop constraint ${name}`);
  const indexes = await listIndexes(sql, tables);
  for (const { name } of indexes) await sql.unsafe(`drop index ${name}`);
  await fill();
  for (const { place, name, definition } of keys)
    await sql.unsafe(`alter table ${place} add constraint ${name} ${definition}`);
  for (const { definition } of indexes) await sql.unsafe(definition);
  for (const { place, name, definition } of references)
    await sql.unsafe(`alter table ${place} add constraint ${name} ${definition} not valid`);
}

/** Of `kinds` as PostgreSQL letters them: those that refer to one of the tables, or their own keys. */
async function listConstraints(sql: Sql, tables: readonly string[], kinds: string): Promise<Definition[]> {
  return await sql<Definition[]>`
    select conrelid::regclass::text as place, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint
    where strpos(${kinds}, contype::text) > 0
      and (case when contype = 'f' then confrelid else conrelid end)::regclass::text = any(${tables as string[]})`;
}

async function listIndexes(sql: Sql, tables: readonly string[]): Promise<Definition[]> {
  return await sql<Definition[]>`
    select tablename as place, quote_ident(indexname) as name, indexdef as definition from pg_indexes
    where schemaname = 'public' and tablename = any(${tables as string[]})`;
}
