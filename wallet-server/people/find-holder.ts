import type { Vault } from '../app/services.ts';
import type { Queryable } from '../storage/sql.ts';

/** Whose number and record a membership has: its own, or those of the one that it was united with (S16). */
export async function findHolder(sql: Queryable, personId: string): Promise<string> {
  const [holder = personId] = await findHolders(sql, [personId]);
  return holder;
}

/** The same of many memberships, in their order. */
export async function findHolders(sql: Queryable, personIds: readonly string[]): Promise<string[]> {
  const rows = await sql<{ id: string; holder: string }[]>`
    select id, coalesce(same_as, id) as holder from people where id = any(${[...new Set(personIds)]}::uuid[])`;
  const found = new Map(rows.map(({ id, holder }) => [id, holder]));
  return personIds.map(id => found.get(id) ?? id);
}

/** The vault by membership: whoever was united with another reads and writes that one's record. */
export function openByHolder(
  vault: Vault,
  directory: Queryable,
  find: (personId: string) => Promise<string> = personId => findHolder(directory, personId),
): Vault {
  return {
    ...vault,
    putRecord: async (personId, record) => vault.putRecord(await find(personId), record),
    replaceRecord: async (personId, ...write) => vault.replaceRecord(await find(personId), ...write),
    getRecord: async personId => vault.getRecord(await find(personId)),
    readRecord: async personId => vault.readRecord(await find(personId)),
    readVersion: async personId => vault.readVersion(await find(personId)),
    holdRecord: async (personId, version) => vault.holdRecord(await find(personId), version),
    eraseRecord: async (personId, prepare) => vault.eraseRecord(await find(personId), prepare),
    within: scoped => openByHolder(vault.within(scoped), scoped),
  };
}
