import { generateAuthenticationOptions } from '@simplewebauthn/server';
import { decodeBase64url } from '#shared/crypto/base64url.ts';
import type { Handlers } from '../app/handler.ts';
import { transact } from '../storage/transact.ts';
import { beginSession } from './begin-session.ts';
import { CHALLENGE_LIFETIME_MS, keepChallenge, makeChallenge, takeChallenge } from './challenge.ts';
import { getMember } from './find-person.ts';
import { verifyPasskeyAssertion } from './verify-passkey-assertion.ts';

/** Signing in by a discoverable passkey; the session is bound to the device key of the DPoP proof. */
export const SIGN_IN_HANDLERS: Handlers<'beginSignIn' | 'signIn'> = {
  async beginSignIn(services) {
    const challenge = makeChallenge(services);
    const options = await generateAuthenticationOptions({
      rpID: services.settings.rpId,
      challenge: decodeBase64url(challenge) ?? '',
      timeout: CHALLENGE_LIFETIME_MS,
      userVerification: 'required',
    });
    const signInId = await keepChallenge(services, { purpose: 'sign_in', challenge });
    return { ok: { signInId, options: { ...options } } };
  },

  async signIn(services, call) {
    const { jkt } = call.party;
    if (jkt === null) return { refused: 'proof_invalid' };
    const { signInId, credential, deviceName } = call.body;
    const kept = await takeChallenge(services, { id: signInId, purpose: 'sign_in' });
    if (!kept) return { refused: 'challenge_unknown' };
    const verified = await verifyPasskeyAssertion(services, {
      credential,
      expectedChallenge: kept.challenge,
    });
    if ('refused' in verified) return verified;
    const { personId } = verified;
    const session = await transact(services.directory, tx =>
      beginSession(tx, services, { personId, name: deviceName, jkt }),
    );
    return { ok: { member: await getMember(services, personId), session } };
  },
};
