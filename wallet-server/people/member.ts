import { RealData } from '#shared/api/people.ts';
import type { Handlers } from '../app/handler.ts';
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
    const record = await services.vault.getRecord(call.party.personId);
    if (record === 'unreachable') return { refused: 'vault_unreachable' };
    // A mailbox alone is no real data to buy with.
    return { ok: { realData: RealData.safeParse(record).data ?? null } };
  },

  async putRealData(services, call) {
    const { personId } = call.party;
    const { realData } = call.body;
    const written = await services.vault.putRecord(personId, realData);
    if (written === 'unreachable') return { refused: 'vault_unreachable' };
    await settleMailboxChange(services, personId);
    return { ok: {} };
  },
};
