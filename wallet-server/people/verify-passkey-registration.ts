import { verifyRegistrationResponse } from '@simplewebauthn/server';
import type { Services } from '../app/services.ts';
import { judgeClientData, listAcceptedOrigins } from './client-data.ts';
import { RegistrationCredential } from './credential.ts';

/** A passkey that proved itself new and resident. */
export interface NewPasskey {
  credentialId: string;
  publicKey: Uint8Array;
  counter: number;
  transports: string[];
  backedUp: boolean;
}

/** Checks a registration: challenge, pinned origin, RP ID, user verified. Attestation is not asked for. */
export async function verifyPasskeyRegistration(
  services: Pick<Services, 'settings'>,
  given: { credential: unknown; expectedChallenge: string },
): Promise<NewPasskey | { refused: 'passkey_invalid' | 'origin_foreign' }> {
  const credential = RegistrationCredential.safeParse(given.credential);
  if (!credential.success) return { refused: 'passkey_invalid' };
  const { clientExtensionResults, response } = credential.data;
  const judged = judgeClientData(response.clientDataJSON, services.settings);
  if (judged !== 'accepted') return { refused: judged };
  const verified = await verifyRegistrationResponse({
    response: {
      ...credential.data,
      clientExtensionResults,
      response: { clientDataJSON: response.clientDataJSON, attestationObject: response.attestationObject },
    },
    expectedChallenge: given.expectedChallenge,
    expectedOrigin: listAcceptedOrigins(services.settings),
    expectedRPID: services.settings.rpId,
    requireUserVerification: true,
  }).catch(() => null);
  if (!verified?.verified) return { refused: 'passkey_invalid' };
  const { credential: passkey, credentialBackedUp } = verified.registrationInfo;
  const { id, publicKey, counter } = passkey;
  const transports = response.transports ?? [];
  return { credentialId: id, publicKey, counter, transports, backedUp: credentialBackedUp };
}
