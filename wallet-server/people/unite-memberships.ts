import type { Handlers } from '../app/handler.ts';
import type { Services } from '../app/services.ts';
import type { Queryable } from '../storage/sql.ts';
import { answerChallenge } from './answer-challenge.ts';
import { isSamePerson } from './blind-index.ts';
import { findHolder } from './find-holder.ts';
import { getMember } from './find-person.ts';

/**
 * A person who bought with one membership and sells with another gets one number and one record (S16). Both passkeys
 * prove that both are theirs: who merely knows another's data unites nothing, and learns nothing.
 */
export const UNITE_HANDLERS: Handlers<'uniteMemberships'> = {
  async uniteMemberships(services, call) {
    const { signInId, credential } = call.body;
    const verified = await answerChallenge(services, { id: signInId, purpose: 'sign_in', credential });
    if ('refused' in verified) return verified;
    const { directory } = services;
    const [holder, joining] = await Promise.all([
      findHolder(directory, verified.personId),
      findHolder(directory, call.party.personId),
    ]);
    if (holder !== joining) {
      const compared = await compareRecords(services, holder, joining);
      if (typeof compared === 'string') return { refused: compared };
      await services.vault.eraseRecord(compared.joining);
      await joinHolder(services, compared);
    }
    return { ok: await getMember(services, call.party.personId) };
  },
};

/** Whose number and record stay: those of a membership without a record never take the place of others. */
interface Union {
  holder: string;
  joining: string;
}

/** A membership without a record differs from none. */
async function compareRecords(
  { vault, random }: Services,
  holder: string,
  joining: string,
): Promise<Union | 'vault_unreachable' | 'record_differs'> {
  const [first, second] = await Promise.all([vault.getRecord(holder), vault.getRecord(joining)]);
  if (first === 'unreachable' || second === 'unreachable') return 'vault_unreachable';
  if (!second) return { holder, joining };
  if (!first) return { holder: joining, joining: holder };
  // A key of this moment: an index that outlived it would tell a thief which memberships belong together.
  if (!isSamePerson(random(32), first, second)) return 'record_differs';
  // Of who only sells there is a mailbox alone: it never takes the place of all that is known of a buyer.
  return first.name === undefined ? { holder: joining, joining: holder } : { holder, joining };
}

/** The number of the joining membership retires in the same statement: it goes on to resolve for its open purchases (S11). */
async function joinHolder(
  { directory, clock }: { directory: Queryable } & Pick<Services, 'clock'>,
  { holder, joining }: Union,
): Promise<void> {
  await directory`
    with joined as (
      update people set same_as = ${holder} where id in (
        select id from people where id = ${joining} or same_as = ${joining} order by id for update))
    update numbers set retired_at_ms = ${clock()} where person_id = ${joining} and retired_at_ms is null`;
}
