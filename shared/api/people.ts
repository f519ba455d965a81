import { z } from 'zod';
import { findMissingParts } from '../address/missing-parts.ts';
import { PostalAddress } from '../address/postal-address.ts';
import { defineEndpoint } from './endpoint.ts';
import {
  AmountMinor,
  CredentialJson,
  CurrencyCode,
  Id,
  Locale,
  Nothing,
  OptionsJson,
  TimeMs,
} from './fields.ts';
import { defineWords } from './visible-text.ts';

const Phone = z.string().regex(/^\+[1-9]\d{6,14}$/);

/** What a person keeps in the vault (S14). Only `name`, `email` and `destination1` are needed to buy. */
export const RealData = z.object({
  name: defineWords(100),
  email: z.email().max(254),
  destination1: PostalAddress,
  destination1Phone: Phone.optional(),
  destination2: PostalAddress.optional(),
  destination2Phone: Phone.optional(),
  mobile: Phone.optional(),
  homePhone: Phone.optional(),
  officePhone: Phone.optional(),
  homeAddress: PostalAddress.optional(),
  officeAddress: PostalAddress.optional(),
  residentId: z.string().trim().max(40).optional(),
});
export type RealData = z.infer<typeof RealData>;

/** The one record of a person, as the vault keeps it (S16): of who only sells, a mailbox and nothing else. */
export const PersonRecord = RealData.partial({ name: true, destination1: true });
export type PersonRecord = z.infer<typeof PersonRecord>;

const ADDRESSES = ['destination1', 'destination2', 'homeAddress', 'officeAddress'] as const;

/** Real data on its way in: its addresses have what parcels there need. What is kept already may lack it. */
const GivenRealData = RealData.superRefine((given, context) => {
  for (const name of ADDRESSES) {
    const address = given[name];
    for (const part of address ? findMissingParts(address) : []) {
      context.addIssue({ code: 'custom', path: [name, part], message: 'the post of its country needs it' });
    }
  }
});

/** Tokens bound to the device key that proved itself (RFC 9449, RFC 6749 section 5.1). */
export const SessionTokens = z.object({
  accessToken: z.string(),
  accessExpiresAtMs: TimeMs,
  refreshToken: z.string(),
  refreshExpiresAtMs: TimeMs,
});
export type SessionTokens = z.infer<typeof SessionTokens>;

export const Member = z.object({
  personId: Id,
  /** The number that stands for the person (S1). */
  number: z.string(),
  /** The unique e-mail address: proof of membership (S25). */
  uniqueAddress: z.string(),
  locale: Locale,
  /** Above this an e-mail code is not enough and a passkey is needed, by currency. */
  codeLimits: z.partialRecord(CurrencyCode, AmountMinor),
});
export type Member = z.infer<typeof Member>;

/** The keyring as the device sealed it; the server cannot open it. */
export const SealedKeyring = z.object({ sealed: z.string().max(65_536), version: z.int().nonnegative() });
export type SealedKeyring = z.infer<typeof SealedKeyring>;

export const Device = z.object({
  id: Id,
  name: z.string(),
  addedAtMs: TimeMs,
  seenAtMs: TimeMs,
  current: z.boolean(),
});
export type Device = z.infer<typeof Device>;

const DeviceName = defineWords(60);
/** The public key (base64url, raw X25519) to which the server seals what only this person may read. */
const ReadingKey = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

export const beginRegistration = defineEndpoint({
  ...{ method: 'POST', path: '/v1/registrations', party: 'open', status: 201 },
  summary: 'Begin to join: WebAuthn creation options (resident key, user verification required).',
  body: Nothing,
  result: z.object({ registrationId: Id, options: OptionsJson }),
  refusals: [],
  idempotency: 'own_nonce',
});

export const join = defineEndpoint({
  ...{ method: 'POST', path: '/v1/people', party: 'open', status: 201 },
  summary: 'Join (S25): passkey, device key (the DPoP proof) and real data; gives number and unique address.',
  body: z.object({
    registrationId: Id,
    credential: CredentialJson,
    deviceName: DeviceName,
    locale: Locale,
    realData: GivenRealData.optional(),
    readingKey: ReadingKey.optional(),
  }),
  result: z.object({ member: Member, session: SessionTokens }),
  refusals: ['registration_unknown', 'passkey_invalid', 'origin_foreign', 'proof_invalid', 'member_exists'],
  idempotency: 'own_nonce',
});

export const beginSignIn = defineEndpoint({
  ...{ method: 'POST', path: '/v1/sign-ins', party: 'open', status: 201 },
  summary: 'Begin to sign in: WebAuthn request options for a discoverable credential.',
  body: Nothing,
  result: z.object({ signInId: Id, options: OptionsJson }),
  refusals: [],
  idempotency: 'own_nonce',
});

export const signIn = defineEndpoint({
  ...{ method: 'POST', path: '/v1/sessions', party: 'open', status: 201 },
  summary: 'Sign in: the assertion, and a DPoP proof of the device key that the session is bound to.',
  body: z.object({ signInId: Id, credential: CredentialJson, deviceName: DeviceName }),
  result: z.object({ member: Member, session: SessionTokens }),
  refusals: [
    ...(['challenge_unknown', 'passkey_unknown', 'passkey_invalid', 'origin_foreign'] as const),
    ...(['passkey_resting', 'proof_invalid'] as const),
  ],
  idempotency: 'own_nonce',
});

export const refreshSession = defineEndpoint({
  ...{ method: 'POST', path: '/v1/sessions/refresh', party: 'open', status: 200 },
  summary: 'New tokens for a refresh token, once, with a DPoP proof of the same device key.',
  body: z.object({ refreshToken: z.string().max(200) }),
  result: SessionTokens,
  refusals: ['session_expired', 'proof_invalid'],
  idempotency: 'own_nonce',
});

export const signOut = defineEndpoint({
  ...{ method: 'DELETE', path: '/v1/sessions/current', party: 'session', status: 204 },
  summary: 'End this session.',
  result: Nothing,
  refusals: ['session_missing', 'session_expired', 'proof_invalid'],
  idempotency: 'own_nonce',
});

const SESSION = ['session_missing', 'session_expired', 'proof_invalid'] as const;

export const getMember = defineEndpoint({
  ...{ method: 'GET', path: '/v1/me', party: 'session', status: 200 },
  summary: 'Who I am to Wayveil: number, unique address, settings.',
  result: Member,
  refusals: SESSION,
});

export const changeSettings = defineEndpoint({
  ...{ method: 'PATCH', path: '/v1/me', party: 'session', status: 200 },
  summary: 'Change language or the limits under which a code is enough.',
  body: z.object({ locale: Locale.optional(), codeLimits: Member.shape.codeLimits.optional() }),
  result: Member,
  refusals: SESSION,
  idempotency: 'required',
});

export const uniteMemberships = defineEndpoint({
  ...{ method: 'POST', path: '/v1/me/memberships', party: 'session', status: 200 },
  summary:
    'One number and one record for a person who joined twice (S16): proven by the passkey of the other membership.',
  body: z.object({ signInId: Id, credential: CredentialJson }),
  result: Member,
  refusals: [
    ...SESSION,
    ...(['challenge_unknown', 'passkey_unknown', 'passkey_invalid', 'origin_foreign'] as const),
    ...(['record_differs', 'vault_unreachable', 'conflict'] as const),
  ],
  idempotency: 'required',
});

/** Names what was read of a record, for a write that replaces exactly that. */
const RecordVersion = z.string().max(80);

export const getRealData = defineEndpoint({
  ...{ method: 'GET', path: '/v1/me/real-data', party: 'session', status: 200 },
  summary: 'My own real data, read from the vault, and the version that a write of it replaces.',
  result: z.object({ realData: RealData.nullable(), version: RecordVersion }),
  refusals: [...SESSION, 'vault_unreachable'],
});

export const putRealData = defineEndpoint({
  ...{ method: 'PUT', path: '/v1/me/real-data', party: 'session', status: 200 },
  summary:
    'Write my real data to the vault (S15) in the place of what I read; null where I know of none. What was written or erased meanwhile stays so.',
  body: z.object({ realData: GivenRealData, replaces: RecordVersion.nullable() }),
  result: z.object({ version: RecordVersion }),
  refusals: [...SESSION, 'vault_unreachable', 'conflict'],
  idempotency: 'required',
});

export const beginErasure = defineEndpoint({
  ...{ method: 'POST', path: '/v1/me/erasures', party: 'session', status: 201 },
  summary: 'Options for the passkey that erases my real data. Not while a purchase of mine is under way.',
  result: z.object({ erasureId: Id, options: OptionsJson }),
  refusals: [...SESSION, 'stage_wrong'],
  idempotency: 'own_nonce',
});

export const eraseRealData = defineEndpoint({
  ...{ method: 'POST', path: '/v1/me/erasures/:erasureId', party: 'session', status: 204 },
  summary: 'Erase my real data for good, by my passkey: its key is destroyed. My purchases stay.',
  params: z.object({ erasureId: Id }),
  body: z.object({ credential: CredentialJson }),
  result: Nothing,
  refusals: [
    ...SESSION,
    ...([
      'challenge_unknown',
      'passkey_unknown',
      'passkey_invalid',
      'origin_foreign',
      'stage_wrong',
    ] as const),
  ],
  idempotency: 'own_nonce',
});

export const getKeyring = defineEndpoint({
  ...{ method: 'GET', path: '/v1/me/keyring', party: 'session', status: 200 },
  summary: 'My keyring as a device of mine sealed it, to be opened on another.',
  result: z.object({ keyring: SealedKeyring.nullable() }),
  refusals: SESSION,
});

export const putKeyring = defineEndpoint({
  ...{ method: 'PUT', path: '/v1/me/keyring', party: 'session', status: 200 },
  summary: 'Keep my sealed keyring. `version` is one more than the kept one, else `conflict`.',
  body: z.object({ keyring: SealedKeyring, readingKey: ReadingKey.optional() }),
  result: Nothing,
  refusals: [...SESSION, 'conflict'],
  idempotency: 'required',
});

export const listDevices = defineEndpoint({
  ...{ method: 'GET', path: '/v1/me/devices', party: 'session', status: 200 },
  summary: 'My devices.',
  result: z.object({ devices: z.array(Device) }),
  refusals: SESSION,
});

export const removeDevice = defineEndpoint({
  ...{ method: 'DELETE', path: '/v1/me/devices/:deviceId', party: 'session', status: 204 },
  summary: 'Remove a device: its sessions end at once.',
  params: z.object({ deviceId: Id }),
  result: Nothing,
  refusals: [...SESSION, 'not_found'],
  idempotency: 'own_nonce',
});

/** For what a field was given, or why the number alone went back. */
export const DISCLOSURE_REASONS = [
  'parcel_display',
  'parcel_print',
  'number_unknown',
  'proof_missing',
  'proof_wrong',
  'field_denied',
  'field_empty',
  'vault_unreachable',
] as const;
export type DisclosureReason = (typeof DISCLOSURE_REASONS)[number];

/** One line of "who saw my address". */
export const Disclosure = z.object({
  atMs: TimeMs,
  party: z.string(),
  field: z.string(),
  reason: z.enum(DISCLOSURE_REASONS),
  granted: z.boolean(),
});

export const listDisclosures = defineEndpoint({
  ...{ method: 'GET', path: '/v1/me/disclosures', party: 'session', status: 200 },
  summary: 'Who asked for my real data, what they got, and who was refused.',
  result: z.object({ disclosures: z.array(Disclosure) }),
  refusals: SESSION,
});
