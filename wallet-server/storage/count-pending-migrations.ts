import { fileURLToPath } from 'node:url';
import type { DatabaseName } from './create-databases.ts';
import { planMigrations, readMigrations } from './migrate.ts';
import type { Queryable } from './sql.ts';

/** How many migrations of this version a database still lacks; throws a `MigrationError` where the two do not fit. */
export async function countPendingMigrations(name: DatabaseName, sql: Queryable): Promise<number> {
  const folder = fileURLToPath(new URL(`migrations/${name}`, import.meta.url));
  const applied = await sql<{ number: number; name: string; hash: string }[]>`
    select number, name, hash from migrations order by number`;
  return planMigrations(await readMigrations(folder), applied).length;
}
