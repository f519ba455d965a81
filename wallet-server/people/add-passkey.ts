import { z } from 'zod';
import { hashPasskeyConsent, type PasskeyConsent } from '#shared/passkey/passkey-consent.ts';
import type { Call, Handlers } from '../app/handler.ts';
import type { Services } from '../app/services.ts';
import type { Transaction } from '../storage/sql.ts';
import { transact } from '../storage/transact.ts';
import { keepChallenge, makeChallenge, takeChallenge } from './challenge.ts';
import { insertPasskey } from './insert-passkey.ts';
import { findPasskeys, findPlace, lockPasskeys, MOST_PASSKEYS } from './list-passkeys.ts';
import { makeAssertionOptions } from './make-assertion-options.ts';
import { makeCreationOptions } from './make-creation-options.ts';
import { signPasskeyChange } from './sign-passkey-change.ts';
import { verifyPasskeyAssertion } from './verify-passkey-assertion.ts';
import { type NewPasskey, verifyPasskeyRegistration } from './verify-passkey-registration.ts';

const Asked = z.object({ name: z.string(), nonce: z.string() });

/**
 * A passkey is added by one that its person has, over the hash of exactly the new key: a session alone adds none, and a
 * touch that was asked for something else, or for another key, does not either.
 */
export const PASSKEY_ADDITION_HANDLERS: Handlers<'beginPasskeyAddition' | 'addPasskey'> = {
  async beginPasskeyAddition(services, { party: { personId }, body: { name } }) {
    const held = await findPasskeys(services.directory, personId, services.clock());
    if (held.length >= MOST_PASSKEYS) return { refused: 'passkeys_full' };
    const challenge = makeChallenge(services);
    const nonce = makeChallenge(services);
    const excluded = held.map(({ credentialId }) => credentialId);
    const options = await makeCreationOptions(services, { personId, challenge, excluded });
    const confirmOptions = await makeAssertionOptions(services, personId, nonce);
    const additionId = await keepChallenge(services, {
      ...{ purpose: 'passkey_addition', challenge, personId, detail: { name, nonce } },
    });
    return {
      ok: { additionId, name, nonce, options: { ...options }, confirmOptions: { ...confirmOptions } },
    };
  },

  async addPasskey(services, { party: { personId, sessionId }, body }) {
    const { additionId: id, credential, confirmation } = body;
    const kept = await takeChallenge(services, { id, purpose: 'passkey_addition', personId });
    if (!kept) return { refused: 'challenge_unknown' };
    const passkey = await verifyPasskeyRegistration(services, {
      credential,
      expectedChallenge: kept.challenge,
    });
    if ('refused' in passkey) return passkey;
    const { credentialId } = passkey;
    const consent = { act: 'add', credentialId, restsUntilMs: null, ...Asked.parse(kept.detail) } as const;
    const expectedChallenge = hashPasskeyConsent(consent);
    const verified = await verifyPasskeyAssertion(services, {
      ...{ personId, credential: confirmation, expectedChallenge },
    });
    if ('refused' in verified) return verified;
    const addedWith = verified.credentialId;
    const addition: Addition = { personId, sessionId, passkey, consent, addedWith, confirmation };
    const outcome = await transact(services.directory, tx => keepAddition(tx, services, addition));
    if ('ok' in outcome) services.nudgeJobs();
    return outcome;
  },
};

interface Addition {
  personId: string;
  sessionId: string;
  passkey: NewPasskey;
  consent: PasskeyConsent & { name: string };
  addedWith: string;
  confirmation: Call<'addPasskey'>['body']['confirmation'];
}

/** The passkey, what was signed for it and the letter to its owner are one transaction. */
async function keepAddition(tx: Transaction, services: Services, addition: Addition) {
  const { personId, passkey, consent, addedWith } = addition;
  const { credentialId } = passkey;
  const nowMs = services.clock();
  await lockPasskeys(tx, personId);
  const held = await findPasskeys(tx, personId, nowMs);
  const signer = held.find(each => each.credentialId === addedWith);
  if (!signer || signer.restsUntilMs !== null) return { refused: 'passkey_unknown' } as const;
  if (held.length >= MOST_PASSKEYS) return { refused: 'passkeys_full' } as const;
  const [known] = await tx`
    select 1 from passkeys where credential_id = ${credentialId}
    union all select 1 from resting_passkeys where credential_id = ${credentialId}`;
  if (known) return { refused: 'member_exists' } as const;
  const { name } = consent;
  await insertPasskey(tx, { personId, passkey, name, addedWith, nowMs });
  await signPasskeyChange(tx, services, {
    ...{ personId, event: 'passkey_added', name, atMs: nowMs, restsUntilMs: null, code: null, consent },
    credential: addition.confirmation,
  });
  services.log.info('passkey_added', { personId });
  const times = { addedAtMs: nowMs, usedAtMs: nowMs, restsUntilMs: null };
  return { ok: { passkey: { credentialId, name, ...times, place: findPlace(passkey), current: false } } };
}
