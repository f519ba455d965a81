import type { Credentials } from './credentials.ts';
import type { Sql } from './sql.ts';

export const DATABASES = ['directory', 'vault', 'vault_second'] as const;
export type DatabaseName = (typeof DATABASES)[number];

/** The role that owns each database, and the only one that may connect to it (S7). */
export const ROLES: Record<DatabaseName, string> = {
  directory: 'wayveil_directory',
  vault: 'wayveil_vault',
  vault_second: 'wayveil_vault_second',
};

/** Makes roles and databases that are missing, sets the passwords, and shuts every other database to each role. */
export async function createDatabases(
  admin: Sql,
  credentials: Credentials,
  names: readonly DatabaseName[] = DATABASES,
): Promise<void> {
  for (const name of names) {
    await createRole(admin, ROLES[name], credentials[name]);
    const [found] = await admin`select 1 from pg_database where datname = ${name}`;
    if (found === undefined) await createDatabase(admin, { name, owner: ROLES[name] });
    await closeDatabase(admin, name);
  }
  for (const name of ['postgres', 'template1']) await closeDatabase(admin, name);
}

/** Makes one database, from a template where one is named. */
export async function createDatabase(
  admin: Sql,
  database: { name: string; owner: string; template?: string },
): Promise<void> {
  const template = database.template ?? 'template1';
  await admin`create database ${admin(database.name)} template ${admin(template)} owner ${admin(database.owner)}`;
}

/** Leaves a database to its owner. */
export async function closeDatabase(admin: Sql, name: string): Promise<void> {
  await admin`revoke all on database ${admin(name)} from public`;
}

async function createRole(admin: Sql, role: string, password: string): Promise<void> {
  const [found] = await admin`select 1 from pg_roles where rolname = ${role}`;
  const verb = found === undefined ? 'create' : 'alter';
  // A password cannot be a parameter of this statement; ours is hex.
  if (!/^[0-9a-f]{32,}$/.test(password)) throw new Error(`the password of ${role} is not hex`);
  await admin.unsafe(`${verb} role "${role}" login password '${password}'`);
}
