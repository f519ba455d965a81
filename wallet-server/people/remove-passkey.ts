import { z } from 'zod';
import { hashPasskeyConsent, type PasskeyConsent } from '#shared/passkey/passkey-consent.ts';
import type { Handlers } from '../app/handler.ts';
import type { Services } from '../app/services.ts';
import type { Transaction } from '../storage/sql.ts';
import { transact } from '../storage/transact.ts';
import { answerChallenge } from './answer-challenge.ts';
import { keepChallenge, makeChallenge } from './challenge.ts';
import { hashKeepingCode, makeKeepingCode } from './keeping-code.ts';
import { findPasskeys, type HeldPasskey, lockPasskeys } from './list-passkeys.ts';
import { makeAssertionOptions } from './make-assertion-options.ts';
import { signPasskeyChange } from './sign-passkey-change.ts';

/** How long the removal of a passkey can be taken back. */
export const REMOVAL_REST_MS = 48 * 3_600_000;

const Asked = z.object({
  act: z.literal('remove'),
  credentialId: z.string(),
  name: z.string().nullable(),
  restsUntilMs: z.number().nullable(),
  nonce: z.string(),
});

/**
 * A passkey goes by a touch of another one of the same person: from that moment it signs nothing and its sessions are
 * over. Which of the two is in strange hands no key can tell: so the removal can be taken back for two days, by a passkey
 * and the code that was mailed. Where there is no mailbox, age decides: what an older one removes is gone.
 */
export const PASSKEY_REMOVAL_HANDLERS: Handlers<'beginPasskeyRemoval' | 'removePasskey'> = {
  async beginPasskeyRemoval(services, { party: { personId }, body: { credentialId } }) {
    const held = await findPasskeys(services.directory, personId, services.clock());
    const standing = held.filter(({ restsUntilMs }) => restsUntilMs === null);
    const target = standing.find(each => each.credentialId === credentialId);
    if (!target) return { refused: 'passkey_unknown' };
    const others = standing.filter(each => each !== target);
    if (others.length === 0) return { refused: 'passkey_last' };
    const isFinal = others.every(other => isOlder(other, target)) && !(await hasMailbox(services, personId));
    const restsUntilMs = isFinal ? null : services.clock() + REMOVAL_REST_MS;
    const nonce = makeChallenge(services);
    const consent: PasskeyConsent = { act: 'remove', credentialId, name: target.name, restsUntilMs, nonce };
    const challenge = hashPasskeyConsent(consent);
    const options = await makeAssertionOptions(services, personId, challenge);
    const allowCredentials = options.allowCredentials?.filter(({ id }) => id !== credentialId) ?? [];
    const removalId = await keepChallenge(services, {
      ...{ purpose: 'passkey_removal', challenge, personId, detail: { ...consent } },
    });
    return { ok: { removalId, consent, options: { ...options, allowCredentials } } };
  },

  async removePasskey(services, { party: { personId, sessionId }, params, body: { credential } }) {
    const id = params.removalId;
    const asked = { id, purpose: 'passkey_removal', personId, credential } as const;
    const verified = await answerChallenge(services, asked);
    if ('refused' in verified) return verified;
    const consent = Asked.parse(verified.detail);
    if (verified.credentialId === consent.credentialId) return { refused: 'passkey_same' };
    const code = (await hasMailbox(services, personId)) ? makeKeepingCode(services) : null;
    const removedWith = verified.credentialId;
    const removal: Removal = { personId, sessionId, consent, removedWith, credential, code };
    const outcome = await transact(services.directory, tx => carryOut(tx, services, removal));
    if ('ok' in outcome) services.nudgeJobs();
    return outcome;
  },
};

interface Removal {
  personId: string;
  sessionId: string;
  consent: PasskeyConsent;
  removedWith: string;
  credential: unknown;
  /** What it is taken back with; null where there is no mailbox to write it to. */
  code: string | null;
}

/** A vault that is away cannot say: the letter waits for it. */
async function hasMailbox({ vault }: Pick<Services, 'vault'>, personId: string): Promise<boolean> {
  return (await vault.getRecord(personId)) !== null;
}

/** Of two that were added in the same millisecond none is the older. */
function isOlder(one: HeldPasskey, other: HeldPasskey): boolean {
  return one.addedAtMs < other.addedAtMs;
}

/** Both must still stand: of two that remove each other at once, one stays. */
async function carryOut(tx: Transaction, services: Services, removal: Removal) {
  const { personId, consent, removedWith, credential, code } = removal;
  const nowMs = services.clock();
  await lockPasskeys(tx, personId);
  const held = await findPasskeys(tx, personId, nowMs);
  const find = (id: string) => held.find(each => each.credentialId === id && each.restsUntilMs === null);
  const [target, signer] = [find(consent.credentialId), find(removedWith)];
  if (!target || !signer) return { refused: 'passkey_unknown' } as const;
  const isFinal = code === null && isOlder(signer, target);
  const restsUntilMs = isFinal ? null : (consent.restsUntilMs ?? nowMs + REMOVAL_REST_MS);
  const codeHash = code === null ? null : hashKeepingCode(services, target.credentialId, code);
  if (restsUntilMs !== null)
    await putToRest(tx, target.credentialId, { removedWith, restsUntilMs, codeHash });
  await endAllOf(tx, removal);
  await signPasskeyChange(tx, services, {
    ...{ personId, name: target.name, atMs: nowMs, restsUntilMs, code, consent, credential },
    event: restsUntilMs === null ? 'passkey_removed' : 'passkey_rested',
  });
  services.log.info('passkey_removed', { personId, rests: restsUntilMs !== null });
  return { ok: { restsUntilMs } };
}

interface Rest {
  removedWith: string;
  restsUntilMs: number;
  codeHash: Buffer | null;
}

async function putToRest(tx: Transaction, credentialId: string, rest: Rest): Promise<void> {
  const { removedWith, restsUntilMs, codeHash } = rest;
  await tx`
    insert into resting_passkeys (credential_id, person_id, public_key, counter, transports, backed_up, name,
      added_with, added_at_ms, used_at_ms, removed_with, ends_at_ms, code_hash)
    select credential_id, person_id, public_key, counter, transports, backed_up, name,
      added_with, added_at_ms, used_at_ms, ${removedWith}, ${restsUntilMs}, ${codeHash}
    from passkeys where credential_id = ${credentialId}
    on conflict (credential_id) do update set counter = excluded.counter, used_at_ms = excluded.used_at_ms,
      removed_with = excluded.removed_with, ends_at_ms = excluded.ends_at_ms, code_hash = excluded.code_hash`;
}

/**
 * With the passkey go its sessions and devices, and whatever anybody began to have signed. The session that asks goes on
 * by the passkey that signed: a touch of it in this very session is as good as signing in.
 */
async function endAllOf(tx: Transaction, { personId, sessionId, consent, removedWith }: Removal) {
  await tx`
    with mine as (
      update sessions set credential_id = ${removedWith} where id = ${sessionId} and person_id = ${personId}
      returning device_id)
    update devices set credential_id = ${removedWith} from mine where devices.id = mine.device_id`;
  await tx`delete from challenges where person_id = ${personId}`;
  // Of a session that does not say how it began nobody knows that it was not by this one.
  await tx`delete from sessions where person_id = ${personId} and credential_id is null`;
  await tx`delete from passkeys where credential_id = ${consent.credentialId}`;
}
