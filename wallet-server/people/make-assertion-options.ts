import { generateAuthenticationOptions } from '@simplewebauthn/server';
import { decodeBase64url } from '#shared/crypto/base64url.ts';
import type { Services } from '../app/services.ts';
import { CHALLENGE_LIFETIME_MS } from './challenge.ts';

/** What a browser is asked for where a passkey of `personId` alone may answer `challenge`, with its user verified. */
export async function makeAssertionOptions(
  services: Pick<Services, 'directory' | 'settings'>,
  personId: string,
  challenge: string,
) {
  const passkeys = await services.directory<{ id: string }[]>`
    select credential_id as id from passkeys where person_id = ${personId}`;
  return await generateAuthenticationOptions({
    rpID: services.settings.rpId,
    challenge: decodeBase64url(challenge) ?? '',
    timeout: CHALLENGE_LIFETIME_MS,
    userVerification: 'required',
    allowCredentials: [...passkeys],
  });
}
