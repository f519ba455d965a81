import type { Vault } from '../app/services.ts';
import type { Queryable } from '../storage/sql.ts';

/** Whose number and record a membership has: its own, or those of the one that it was united with (S16). */
export async function findHolder(sql: Queryable, personId: string): Promise<string> {
  const [row] = await sql<{ holder: string }[]>`
    select coalesce(same_as, id) as holder from people where id = ${personId}`;
  return row?.holder ?? personId;
}

/** The vault by membership: whoever was united with another reads and writes that one's record. */
export function openByHolder(vault: Vault, directory: Queryable): Vault {
  return {
    ...vault,
    putRecord: async (personId, realData) => vault.putRecord(await findHolder(directory, personId), realData),
    getRecord: async personId => vault.getRecord(await findHolder(directory, personId)),
    eraseRecord: async personId => vault.eraseRecord(await findHolder(directory, personId)),
    within: scoped => openByHolder(vault.within(scoped), scoped),
  };
}
