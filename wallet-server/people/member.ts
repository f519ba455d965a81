import type { Handlers } from '../app/handler.ts';
import { tryToJournal } from '../erasures/keep-journal.ts';
import type { Queryable } from '../storage/sql.ts';
import { findHolder } from './find-holder.ts';
import { getMember } from './find-person.ts';

/** What a person sees and changes of their own membership. */
export const MEMBER_HANDLERS: Handlers<
  'getMember' | 'changeSettings' | 'getRealData' | 'putRealData' | 'eraseRealData'
> = {
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
    const realData = await services.vault.getRecord(call.party.personId);
    return realData === 'unreachable' ? { refused: 'vault_unreachable' } : { ok: { realData } };
  },

  async putRealData(services, call) {
    const written = await services.vault.putRecord(call.party.personId, call.body.realData);
    return written === 'unreachable' ? { refused: 'vault_unreachable' } : { ok: {} };
  },

  async eraseRealData(services, call) {
    const { personId } = call.party;
    // A parcel under way could not be delivered any more.
    if (await hasOpenPurchase(services.directory, personId)) return { refused: 'stage_wrong' };
    await services.vault.eraseRecord(personId);
    await tryToJournal(services);
    services.log.info('real_data_erased', { personId });
    return { ok: {} };
  },
};

/** Of all memberships that share the record; a purchase that is not over has a time at which something is due. */
async function hasOpenPurchase(sql: Queryable, personId: string): Promise<boolean> {
  const holder = await findHolder(sql, personId);
  const open = await sql`
    select 1 from purchases join people on people.id = purchases.person_id
    where coalesce(people.same_as, people.id) = ${holder} and due_at_ms is not null limit 1`;
  return open.length > 0;
}
