import { z } from 'zod';
import { defineEndpoint } from './endpoint.ts';
import { CredentialJson, Id, Nothing, OptionsJson, TimeMs } from './fields.ts';
import { defineWords } from './visible-text.ts';

const SESSION = ['session_missing', 'session_expired', 'proof_invalid'] as const;
const ASSERTION = ['challenge_unknown', 'passkey_unknown', 'passkey_invalid', 'origin_foreign'] as const;

/** base64url (WebAuthn Level 3, credential id). */
const CredentialId = z
  .string()
  .min(1)
  .max(1024)
  .regex(/^[A-Za-z0-9_-]+$/);
const PasskeyName = defineWords(60);

export const Passkey = z.object({
  credentialId: CredentialId,
  /** In the words of the device that it was made on; null for one from before there were names. */
  name: z.string().nullable(),
  addedAtMs: TimeMs,
  usedAtMs: TimeMs,
  /** `synced`: its maker copies it to other devices (WebAuthn Level 3, backup state); else what it is on alone. */
  place: z.enum(['synced', 'device', 'security_key']),
  /** Whether this session began with it. */
  current: z.boolean(),
  /** It is being removed, signs nothing, and is gone then; null for one that stands. */
  restsUntilMs: TimeMs.nullable(),
});
export type Passkey = z.infer<typeof Passkey>;

const PasskeyConsent = z.object({
  act: z.enum(['add', 'remove', 'keep']),
  credentialId: CredentialId,
  name: z.string().nullable(),
  restsUntilMs: TimeMs.nullable(),
  nonce: z.string(),
});

export const listPasskeys = defineEndpoint({
  ...{ method: 'GET', path: '/v1/me/passkeys', party: 'session', status: 200 },
  summary: 'My passkeys, oldest first, and those that are being removed.',
  result: z.object({ passkeys: z.array(Passkey) }),
  refusals: SESSION,
});

export const beginPasskeyAddition = defineEndpoint({
  ...{ method: 'POST', path: '/v1/me/passkeys/additions', party: 'session', status: 201 },
  summary:
    'Begin to add a passkey: creation options, and options for one that I have, whose challenge is the hash of name, nonce and the new key.',
  body: z.object({ name: PasskeyName }),
  result: z.object({
    additionId: Id,
    /** As it is signed. */
    name: z.string(),
    nonce: z.string(),
    options: OptionsJson,
    /** Their challenge is put in by whoever made the new passkey: only then is it known. */
    confirmOptions: OptionsJson,
  }),
  refusals: [...SESSION, 'passkeys_full'],
  idempotency: 'own_nonce',
});

export const addPasskey = defineEndpoint({
  ...{ method: 'POST', path: '/v1/me/passkeys', party: 'session', status: 201 },
  summary: 'Add a passkey, confirmed by one that I have over exactly the new key.',
  body: z.object({ additionId: Id, credential: CredentialJson, confirmation: CredentialJson }),
  result: z.object({ passkey: Passkey }),
  refusals: [...SESSION, ...ASSERTION, 'passkeys_full', 'member_exists'],
  idempotency: 'own_nonce',
});

export const beginPasskeyRemoval = defineEndpoint({
  ...{ method: 'POST', path: '/v1/me/passkeys/removals', party: 'session', status: 201 },
  summary: 'Begin to remove a passkey: what another one of mine is to sign. Never the last one.',
  body: z.object({ credentialId: CredentialId }),
  result: z.object({ removalId: Id, consent: PasskeyConsent, options: OptionsJson }),
  refusals: [...SESSION, 'passkey_unknown', 'passkey_last'],
  idempotency: 'own_nonce',
});

export const removePasskey = defineEndpoint({
  ...{ method: 'POST', path: '/v1/me/passkeys/removals/:removalId', party: 'session', status: 200 },
  summary:
    'Remove a passkey by another one: it signs nothing any more and its sessions end at once. The removal can be taken back for two days, by a passkey and the code that is mailed; without a mailbox, one that an older passkey removes is gone.',
  params: z.object({ removalId: Id }),
  body: z.object({ credential: CredentialJson }),
  result: z.object({
    /** Until then it can be taken back; null: it is gone. */
    restsUntilMs: TimeMs.nullable(),
  }),
  refusals: [...SESSION, ...ASSERTION, 'passkey_same'],
  idempotency: 'own_nonce',
});

/** Open, since whoever holds the passkey that is being removed has no session any more. */
export const beginPasskeyKeeping = defineEndpoint({
  ...{ method: 'POST', path: '/v1/passkeys/keepings', party: 'open', status: 201 },
  summary:
    'Begin to take back the removal of a passkey that still rests. Says nothing of whether there is one.',
  body: z.object({ credentialId: CredentialId }),
  result: z.object({ keepingId: Id, consent: PasskeyConsent, options: OptionsJson }),
  refusals: [],
  idempotency: 'own_nonce',
});

export const keepPasskey = defineEndpoint({
  ...{ method: 'POST', path: '/v1/passkeys/keepings/:keepingId', party: 'open', status: 204 },
  summary:
    'Keep a passkey that was being removed, by itself or by another one of the same person, and the code of the letter.',
  params: z.object({ keepingId: Id }),
  body: z.object({
    credential: CredentialJson,
    /** As the letter about the removal has it, however it is spaced; none where there was no mailbox. */
    code: z.string().trim().max(40).optional(),
  }),
  result: Nothing,
  refusals: [...ASSERTION, 'code_wrong'],
  idempotency: 'own_nonce',
});
