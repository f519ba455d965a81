import { fileURLToPath } from 'node:url';
import type { DatabaseName } from './create-databases.ts';
import { type Migration, readMigrations } from './migrate.ts';

/** The migrations of a database; the vault's databases have the same ones. */
export async function findMigrations(name: DatabaseName): Promise<Migration[]> {
  const folder = name === 'directory' ? 'directory' : 'vault';
  return await readMigrations(fileURLToPath(new URL(`migrations/${folder}`, import.meta.url)));
}
