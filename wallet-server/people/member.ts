import canonicalize from 'canonicalize';
import { RealData } from '#shared/api/people.ts';
import type { Handlers } from '../app/handler.ts';
import type { Vault } from '../app/services.ts';
import { getMember } from './find-person.ts';
import { settleMailboxChange } from './former-mailbox.ts';

/** What a person sees and changes of their own membership. */
export const MEMBER_HANDLERS: Handlers<'getMember' | 'changeSettings' | 'getRealData' | 'putRealData'> = {
  async getMember(services, call) {
    return { ok: await getMember(services, call.party.personId) };
  },

  async changeSettings(services, call) {
    const { personId } = call.party;
    const { locale, codeLimits } = call.body;
    const sql = services.directory;
    await sql`
      update people set locale = coalesce(${locale ?? null}, locale),
        code_limits = code_limits || ${sql.json(codeLimits ?? {})}
      where id = ${personId}`;
    return { ok: await getMember(services, personId) };
  },

  async getRealData(services, call) {
    const read = await services.vault.readRecord(call.party.personId);
    if (read === 'unreachable') return { refused: 'vault_unreachable' };
    const { record, version } = read;
    // A mailbox alone is no real data to buy with.
    return { ok: { realData: RealData.safeParse(record).data ?? null, version } };
  },

  async putRealData(services, call) {
    const { vault } = services;
    const { personId } = call.party;
    const { realData, replaces } = call.body;
    const written = await vault.replaceRecord(personId, realData, replaces);
    if (written === 'unreachable') return { refused: 'vault_unreachable' };
    if (written === 'changed' && !(await isKept(vault, personId, realData))) return { refused: 'conflict' };
    await settleMailboxChange(services, personId);
    return { ok: { version: await vault.readVersion(personId) } };
  },
};

/** Whether the vault has it already: from a call that died before it could say so. */
async function isKept(vault: Vault, personId: string, realData: RealData): Promise<boolean> {
  const read = await vault.readRecord(personId);
  return read !== 'unreachable' && canonicalize(read.record) === canonicalize(realData);
}
