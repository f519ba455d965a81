import type { Handlers } from '../app/handler.ts';
import { tryToJournal } from '../erasures/keep-journal.ts';
import type { Queryable } from '../storage/sql.ts';
import { answerChallenge } from './answer-challenge.ts';
import { keepChallenge, makeChallenge } from './challenge.ts';
import { findHolder } from './find-holder.ts';
import { forgetFormerMailboxes } from './former-mailbox.ts';
import { forgetMailboxProofs } from './mailbox-proof.ts';
import { makeAssertionOptions } from './make-assertion-options.ts';

/**
 * Real data goes for good by a touch of its owner's passkey over a challenge that is for nothing else: a session alone,
 * or a touch that was asked for something else, erases nothing.
 */
export const ERASURE_HANDLERS: Handlers<'beginErasure' | 'eraseRealData'> = {
  async beginErasure(services, { party: { personId } }) {
    if (await hasOpenPurchase(services.directory, personId)) return { refused: 'stage_wrong' };
    const challenge = makeChallenge(services);
    const options = await makeAssertionOptions(services, personId, challenge);
    const erasureId = await keepChallenge(services, { purpose: 'erasure', challenge, personId });
    return { ok: { erasureId, options: { ...options } } };
  },

  async eraseRealData(services, { party: { personId }, params, body }) {
    const asked = { id: params.erasureId, purpose: 'erasure', personId, ...body } as const;
    const verified = await answerChallenge(services, asked);
    if ('refused' in verified) return verified;
    const erased = await services.vault.eraseRecord(personId, async tx => {
      // A parcel under way could not be delivered any more.
      if (await holdsOpenPurchase(tx, personId)) return false;
      await forgetFormerMailboxes(tx, personId);
      await forgetMailboxProofs(tx, personId);
      return true;
    });
    if (erased === 'kept') return { refused: 'stage_wrong' };
    await tryToJournal(services);
    services.log.info('real_data_erased', { personId });
    return { ok: {} };
  },
};

/** The same, when nobody places another one until the transaction is over: that takes the person's row too. */
async function holdsOpenPurchase(tx: Queryable, personId: string): Promise<boolean> {
  const holder = await findHolder(tx, personId);
  await tx`select id from people where id = ${holder} or same_as = ${holder} order by id for update`;
  return await hasOpenPurchase(tx, personId);
}

/** Of all memberships that share the record; a purchase that is not over has a time at which something is due. */
async function hasOpenPurchase(sql: Queryable, personId: string): Promise<boolean> {
  const holder = await findHolder(sql, personId);
  const open = await sql`
    select 1 from purchases join people on people.id = purchases.person_id
    where coalesce(people.same_as, people.id) = ${holder} and due_at_ms is not null limit 1`;
  return open.length > 0;
}
