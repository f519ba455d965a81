import type { DatabaseName } from './create-databases.ts';
import { findMigrations } from './find-migrations.ts';
import { planMigrations } from './migrate.ts';
import type { Queryable } from './sql.ts';

/** How many migrations of this version a database still lacks; throws a `MigrationError` where the two do not fit. */
export async function countPendingMigrations(name: DatabaseName, sql: Queryable): Promise<number> {
  const applied = await sql<{ number: number; name: string; hash: string }[]>`
    select number, name, hash from migrations order by number`;
  return planMigrations(await findMigrations(name), applied).length;
}
