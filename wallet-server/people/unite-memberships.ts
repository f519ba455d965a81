import type { Handlers } from '../app/handler.ts';
import type { Services } from '../app/services.ts';
import type { Queryable } from '../storage/sql.ts';
import { answerChallenge } from './answer-challenge.ts';
import { isSamePerson } from './blind-index.ts';
import { findHolder } from './find-holder.ts';
import { getMember } from './find-person.ts';

/** Records that change at the same time are compared again, this often. */
const MOST_TRIES = 3;

/**
 * A person who bought with one membership and sells with another gets one number and one record (S16). Both passkeys
 * prove that both are theirs: who merely knows another's data unites nothing, and learns nothing.
 */
export const UNITE_HANDLERS: Handlers<'uniteMemberships'> = {
  async uniteMemberships(services, call) {
    const { signInId, credential } = call.body;
    const verified = await answerChallenge(services, { id: signInId, purpose: 'sign_in', credential });
    if ('refused' in verified) return verified;
    const united = await uniteRecords(services, verified.personId, call.party.personId);
    if (united !== 'united') return { refused: united };
    return { ok: await getMember(services, call.party.personId) };
  },
};

type UnionRefusal = 'vault_unreachable' | 'record_differs' | 'conflict';

/** What was compared is held before one of the two is erased; a record that changed meanwhile is compared anew. */
async function uniteRecords(
  services: Services,
  proven: string,
  asking: string,
): Promise<'united' | UnionRefusal> {
  for (let tried = 0; tried < MOST_TRIES; tried += 1) {
    const [holder, joining] = await Promise.all([
      findHolder(services.directory, proven),
      findHolder(services.directory, asking),
    ]);
    if (holder === joining) return 'united';
    const compared = await compareRecords(services, holder, joining);
    if (typeof compared === 'string') return compared;
    if (!(await holdBoth(services, compared.versions))) continue;
    await services.vault.eraseRecord(compared.joining);
    await joinHolder(services, compared);
    return 'united';
  }
  return 'conflict';
}

/** In the order of their ids, so that two unions of the same memberships wait for one another. */
async function holdBoth({ vault }: Services, versions: ReadonlyMap<string, string>): Promise<boolean> {
  for (const [personId, version] of [...versions].sort(([one], [other]) => (one < other ? -1 : 1)))
    if (!(await vault.holdRecord(personId, version))) return false;
  return true;
}

/** Whose number and record stay: those of a membership without a record never take the place of others. */
interface Union {
  holder: string;
  joining: string;
  /** What both records were when they were compared. */
  versions: ReadonlyMap<string, string>;
}

/** A membership without a record differs from none. */
async function compareRecords(
  { vault, random }: Services,
  holder: string,
  joining: string,
): Promise<Union | UnionRefusal> {
  const [first, second] = await Promise.all([vault.readRecord(holder), vault.readRecord(joining)]);
  if (first === 'unreachable' || second === 'unreachable') return 'vault_unreachable';
  const versions = new Map([
    [holder, first.version],
    [joining, second.version],
  ]);
  const asIs = { holder, joining, versions };
  const turned = { holder: joining, joining: holder, versions };
  if (!second.record) return asIs;
  if (!first.record) return turned;
  // A key of this moment: an index that outlived it would tell a thief which memberships belong together.
  if (!isSamePerson(random(32), first.record, second.record)) return 'record_differs';
  // Of who only sells there is a mailbox alone: it never takes the place of all that is known of a buyer.
  return first.record.name === undefined ? turned : asIs;
}

/**
 * The number of the joining membership retires: it goes on to resolve for its open purchases (S11). One that rotation is
 * replacing at this moment is waited for, so that it is the new one that retires.
 */
async function joinHolder(
  { directory, clock }: { directory: Queryable } & Pick<Services, 'clock'>,
  { holder, joining }: Pick<Union, 'holder' | 'joining'>,
): Promise<void> {
  await directory`select 1 from numbers where person_id = ${joining} and retired_at_ms is null for update`;
  await directory`
    with joined as (
      update people set same_as = ${holder} where id in (
        select id from people where id = ${joining} or same_as = ${joining} order by id for update))
    update numbers set retired_at_ms = ${clock()} where person_id = ${joining} and retired_at_ms is null`;
}
