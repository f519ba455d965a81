import { generateRegistrationOptions } from '@simplewebauthn/server';
import { decodeBase64url } from '#shared/crypto/base64url.ts';
import type { Services } from '../app/services.ts';
import { CHALLENGE_LIFETIME_MS } from './challenge.ts';

/** What a browser is asked for to make a passkey of `personId`: resident, its user verified, in none of those that have one. */
export async function makeCreationOptions(
  { settings }: Pick<Services, 'settings'>,
  made: { personId: string; challenge: string; excluded: readonly string[] },
) {
  return await generateRegistrationOptions({
    rpName: 'Wayveil',
    rpID: settings.rpId,
    userName: 'Wayveil',
    userID: new TextEncoder().encode(made.personId),
    challenge: decodeBase64url(made.challenge) ?? '',
    timeout: CHALLENGE_LIFETIME_MS,
    attestationType: 'none',
    excludeCredentials: made.excluded.map(id => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: [-7, -8, -257],
  });
}
