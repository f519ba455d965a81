import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { hashPasskeyConsent, type PasskeyConsent } from '#shared/passkey/passkey-consent.ts';
import type { Handlers } from '../app/handler.ts';
import type { Services } from '../app/services.ts';
import type { Queryable, Transaction } from '../storage/sql.ts';
import { transact } from '../storage/transact.ts';
import { keepChallenge, makeChallenge, takeChallenge } from './challenge.ts';
import { readCredentialId } from './credential.ts';
import { hashKeepingCode } from './keeping-code.ts';
import { lockPasskeys } from './list-passkeys.ts';
import { makeOpenOptions } from './make-assertion-options.ts';
import { signPasskeyChange } from './sign-passkey-change.ts';
import {
  type Assertion,
  type AssertionRefusal,
  judgePasskeyAssertion,
  type KeptPasskey,
  verifyPasskeyAssertion,
} from './verify-passkey-assertion.ts';

const Asked = z.object({ credentialId: z.string(), nonce: z.string() });

/**
 * The removal of a passkey that rests is taken back by that passkey, or by another one of the same person, and the code
 * that was mailed. Nobody has a session for it: those of the passkey ended when it was removed.
 */
export const PASSKEY_KEEPING_HANDLERS: Handlers<'beginPasskeyKeeping' | 'keepPasskey'> = {
  async beginPasskeyKeeping(services, { body: { credentialId } }) {
    const nonce = makeChallenge(services);
    const consent = makeConsent({ credentialId, nonce });
    const challenge = hashPasskeyConsent(consent);
    const options = await makeOpenOptions(services, challenge);
    const keepingId = await keepChallenge(services, {
      ...{ purpose: 'passkey_keeping', challenge, detail: { credentialId, nonce } },
    });
    return { ok: { keepingId, consent, options: { ...options } } };
  },

  async keepPasskey(services, { params, body: { credential, code } }) {
    const kept = await takeChallenge(services, { id: params.keepingId, purpose: 'passkey_keeping' });
    if (!kept) return { refused: 'challenge_unknown' };
    const consent = makeConsent(Asked.parse(kept.detail));
    const given = { credential, expectedChallenge: kept.challenge };
    const signer = await verifySigner(services, consent.credentialId, given);
    if ('refused' in signer) return signer;
    const keeping = { ...signer, consent, credential, code };
    const outcome = await transact(services.directory, tx => carryOut(tx, services, keeping));
    if ('ok' in outcome) services.nudgeJobs();
    return outcome;
  },
};

/** Whether an assertion is of a passkey whose removal rests: it signs nothing but that it is to be kept. */
export async function isResting(services: Services, given: Assertion): Promise<boolean> {
  const judged = await judgePasskeyAssertion(services, given, id => findResting(services, id));
  return !('refused' in judged);
}

/** Its name is not told to whoever merely knows its id. */
function makeConsent(asked: z.infer<typeof Asked>): PasskeyConsent {
  return { act: 'keep', ...asked, name: null, restsUntilMs: null };
}

type Finder = Pick<Services, 'clock'> & { directory: Queryable };

async function findResting({ directory, clock }: Finder, credentialId: string): Promise<KeptPasskey | null> {
  const [row] = await directory<{ person_id: string; public_key: Buffer; counter: bigint }[]>`
    select person_id, public_key, counter from resting_passkeys
    where credential_id = ${credentialId} and ends_at_ms > ${clock()}`;
  return row ? { personId: row.person_id, publicKey: row.public_key, counter: Number(row.counter) } : null;
}

interface Signer {
  personId: string;
  /** The passkey that signed. */
  credentialId: string;
  /** Its authenticator's new counter, where it is the one that rests; that of any other has moved on already. */
  counter: number | null;
}

async function verifySigner(
  services: Services,
  restingId: string,
  given: Assertion,
): Promise<Signer | { refused: AssertionRefusal }> {
  if (readCredentialId(given.credential) === restingId)
    return await judgePasskeyAssertion(services, given, id => findResting(services, id));
  const verified = await verifyPasskeyAssertion(services, given);
  return 'refused' in verified ? verified : { ...verified, counter: null };
}

async function carryOut(
  tx: Transaction,
  services: Services,
  keeping: Signer & { consent: PasskeyConsent; credential: unknown; code: string | undefined },
) {
  const { personId, consent, counter, credential } = keeping;
  const atMs = services.clock();
  await lockPasskeys(tx, personId);
  if (!(await standsOrRests(tx, keeping.credentialId))) return { refused: 'passkey_unknown' } as const;
  if (!(await isRightCode(tx, services, keeping))) return { refused: 'code_wrong' } as const;
  const [kept] = await tx<{ name: string | null }[]>`
    with kept as (
      delete from resting_passkeys
      where credential_id = ${consent.credentialId} and person_id = ${personId} and ends_at_ms > ${atMs}
      returning *)
    insert into passkeys (credential_id, person_id, public_key, counter, transports, backed_up, name, added_with,
      added_at_ms, used_at_ms)
    select credential_id, person_id, public_key, coalesce(${counter}, counter), transports, backed_up, name, added_with,
      added_at_ms, used_at_ms from kept
    returning name`;
  if (!kept) return { refused: 'passkey_unknown' } as const;
  await signPasskeyChange(tx, services, {
    ...{
      personId,
      event: 'passkey_kept',
      name: kept.name,
      atMs,
      restsUntilMs: null,
      code: null,
      consent,
      credential,
    },
  });
  services.log.info('passkey_kept', { personId });
  return { ok: {} } as const;
}

/** Whoever signed may have been removed since. */
async function standsOrRests(tx: Transaction, credentialId: string): Promise<boolean> {
  const [found] = await tx`
    select 1 from passkeys where credential_id = ${credentialId}
    union all select 1 from resting_passkeys where credential_id = ${credentialId}`;
  return found !== undefined;
}

/** Asked for after the passkey: whether there is a removal, and one with a code, is for its person to know. */
async function isRightCode(
  tx: Transaction,
  services: Services,
  { personId, consent, code }: { personId: string; consent: PasskeyConsent; code: string | undefined },
): Promise<boolean> {
  const [row] = await tx<{ code_hash: Buffer | null }[]>`
    select code_hash from resting_passkeys
    where credential_id = ${consent.credentialId} and person_id = ${personId}`;
  if (!row || row.code_hash === null) return true;
  return timingSafeEqual(row.code_hash, hashKeepingCode(services, consent.credentialId, code ?? ''));
}

/** Forgets passkeys whose removal can no longer be taken back. */
export async function deleteRemovedPasskeys(sql: Queryable, nowMs: number): Promise<void> {
  await sql`delete from resting_passkeys where ends_at_ms <= ${nowMs}`;
}
