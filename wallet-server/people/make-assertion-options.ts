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
  return { ...(await makeOpenOptions(services, challenge)), allowCredentials: passkeys.map(toDescriptor) };
}

function toDescriptor({ id }: { id: string }) {
  return { id, type: 'public-key' as const };
}

/** The same where any passkey may answer: who it is shows when it did. */
export async function makeOpenOptions({ settings }: Pick<Services, 'settings'>, challenge: string) {
  return await generateAuthenticationOptions({
    rpID: settings.rpId,
    challenge: decodeBase64url(challenge) ?? '',
    timeout: CHALLENGE_LIFETIME_MS,
    userVerification: 'required',
  });
}
