import type { Handlers } from '../app/handler.ts';
import type { Services } from '../app/services.ts';
import { sqlStateOf } from '../storage/sql.ts';
import { transact } from '../storage/transact.ts';
import { beginSession } from './begin-session.ts';
import { keepChallenge, makeChallenge, takeChallenge } from './challenge.ts';
import { getMember } from './find-person.ts';
import { isResting } from './keep-passkey.ts';
import { makeOpenOptions } from './make-assertion-options.ts';
import { verifyPasskeyAssertion } from './verify-passkey-assertion.ts';

/** Signing in by a discoverable passkey; the session is bound to the device key of the DPoP proof. */
export const SIGN_IN_HANDLERS: Handlers<'beginSignIn' | 'signIn'> = {
  async beginSignIn(services) {
    const challenge = makeChallenge(services);
    const options = await makeOpenOptions(services, challenge);
    const signInId = await keepChallenge(services, { purpose: 'sign_in', challenge });
    return { ok: { signInId, options: { ...options } } };
  },

  async signIn(services, call) {
    const { jkt } = call.party;
    if (jkt === null) return { refused: 'proof_invalid' };
    const { signInId, credential, deviceName } = call.body;
    const kept = await takeChallenge(services, { id: signInId, purpose: 'sign_in' });
    if (!kept) return { refused: 'challenge_unknown' };
    const given = { credential, expectedChallenge: kept.challenge };
    const verified = await verifyPasskeyAssertion(services, given);
    if ('refused' in verified) {
      const rests = verified.refused === 'passkey_unknown' && (await isResting(services, given));
      return rests ? { refused: 'passkey_resting' } : verified;
    }
    const { personId } = verified;
    const session = await beginOnDevice(services, { ...verified, name: deviceName, jkt });
    if (session === 'passkey_unknown') return { refused: session };
    return { ok: { member: await getMember(services, personId), session } };
  },
};

const FOREIGN_KEY_VIOLATION = '23503';

/** A passkey that was removed while it signed begins nothing. */
async function beginOnDevice(services: Services, device: Parameters<typeof beginSession>[2]) {
  try {
    return await transact(services.directory, tx => beginSession(tx, services, device));
  } catch (fault) {
    if (sqlStateOf(fault) === FOREIGN_KEY_VIOLATION) return 'passkey_unknown' as const;
    throw fault;
  }
}
