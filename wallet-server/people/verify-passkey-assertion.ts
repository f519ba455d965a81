import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import type { Services } from '../app/services.ts';
import type { Queryable } from '../storage/sql.ts';
import { judgeClientData, listAcceptedOrigins } from './client-data.ts';
import { AssertionCredential } from './credential.ts';

export type AssertionRefusal = 'passkey_unknown' | 'passkey_invalid' | 'origin_foreign';

/** A passkey as the directory keeps it. */
export interface KeptPasskey {
  personId: string;
  publicKey: Uint8Array;
  counter: number;
}

/**
 * Checks that a passkey of ours signed exactly `expectedChallenge` (base64url) on a page that may ask, with its user
 * verified. Says whose passkey it is; with `personId`, a passkey of anyone else is unknown.
 * The caller makes sure that a challenge counts once: it is taken out, or it names a purchase that then moves on.
 */
export async function verifyPasskeyAssertion(
  services: Pick<Services, 'directory' | 'settings' | 'clock'>,
  given: Assertion,
): Promise<{ personId: string; credentialId: string } | { refused: AssertionRefusal }> {
  const judged = await judgePasskeyAssertion(services, given, id => findPasskey(services.directory, id));
  if ('refused' in judged) return judged;
  const { personId, credentialId, counter } = judged;
  const counted = await countUse(services, credentialId, counter);
  return counted ? { personId, credentialId } : { refused: 'passkey_invalid' };
}

/** What a caller shows, and what it must have signed. */
export interface Assertion {
  personId?: string;
  credential: unknown;
  expectedChallenge: string;
}

/**
 * The same check of a passkey that `find` has, without moving the counter on: whoever uses the answer writes `counter`
 * under the condition that it is above the kept one (or that both are 0).
 */
export async function judgePasskeyAssertion(
  services: Pick<Services, 'settings'>,
  given: Assertion,
  find: (credentialId: string) => Promise<KeptPasskey | null>,
): Promise<{ personId: string; credentialId: string; counter: number } | { refused: AssertionRefusal }> {
  const credential = AssertionCredential.safeParse(given.credential);
  if (!credential.success) return { refused: 'passkey_invalid' };
  const { id, response } = credential.data;
  const judged = judgeClientData(response.clientDataJSON, services.settings);
  if (judged !== 'accepted') return { refused: judged };
  const passkey = await find(id);
  if (!passkey || (given.personId !== undefined && passkey.personId !== given.personId))
    return { refused: 'passkey_unknown' };
  const counter = await verifySignature(services, given.expectedChallenge, credential.data, passkey);
  if (counter === null) return { refused: 'passkey_invalid' };
  return { personId: passkey.personId, credentialId: id, counter };
}

async function findPasskey(sql: Queryable, credentialId: string): Promise<KeptPasskey | null> {
  const [row] = await sql<{ person_id: string; public_key: Buffer; counter: bigint }[]>`
    select person_id, public_key, counter from passkeys where credential_id = ${credentialId}`;
  return row ? { personId: row.person_id, publicKey: row.public_key, counter: Number(row.counter) } : null;
}

/** The authenticator's new counter, or null where anything is wrong. */
async function verifySignature(
  services: Pick<Services, 'settings'>,
  expectedChallenge: string,
  credential: ReturnType<typeof AssertionCredential.parse>,
  passkey: KeptPasskey,
): Promise<number | null> {
  const { userHandle, ...response } = credential.response;
  if (userHandle && Buffer.from(userHandle, 'base64url').toString() !== passkey.personId) return null;
  const verified = await verifyAuthenticationResponse({
    response: { ...credential, response },
    expectedChallenge,
    expectedOrigin: listAcceptedOrigins(services.settings),
    expectedRPID: services.settings.rpId,
    credential: {
      id: credential.id,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: passkey.counter,
    },
    requireUserVerification: true,
  }).catch(() => null);
  return verified?.verified ? verified.authenticationInfo.newCounter : null;
}

/** Moves the counter on; false where another use got there first (a cloned authenticator, WebAuthn section 6.1.1). */
async function countUse(
  services: Pick<Services, 'directory' | 'clock'>,
  credentialId: string,
  counter: number,
): Promise<boolean> {
  const updated = await services.directory`
    update passkeys set counter = ${counter}, used_at_ms = ${services.clock()}
    where credential_id = ${credentialId} and (counter < ${counter} or (counter = 0 and ${counter}::bigint = 0))`;
  return updated.count === 1;
}
