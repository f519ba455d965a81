import {
  type PublicKeyCredentialCreationOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import type { Answer } from '#extension/ui/answer.ts';
import type { DeviceRefusal } from '#shared/api/device-refusal.ts';

/** WebAuthn options as the wallet server gave them. */
export interface CeremonyOptions {
  challenge: string;
  [member: string]: unknown;
}

interface Credential {
  id: string;
  type: 'public-key';
  [member: string]: unknown;
}

/** Makes a resident passkey of the wallet server's own origin. */
export async function createPasskey(options: CeremonyOptions): Promise<Answer<Credential>> {
  if (!isCreationOptions(options)) return { refused: 'passkey_failed' };
  return runCeremony(async () => ({
    ...(await startRegistration({ optionsJSON: options })),
    type: 'public-key',
  }));
}

/** Asks for a passkey's assertion over the challenge in `options`. */
export async function askPasskey(options: CeremonyOptions): Promise<Answer<Credential>> {
  return runCeremony(async () => ({
    ...(await startAuthentication({ optionsJSON: options })),
    type: 'public-key',
  }));
}

function isCreationOptions(
  options: CeremonyOptions,
): options is CeremonyOptions & PublicKeyCredentialCreationOptionsJSON {
  return 'rp' in options && 'user' in options && Array.isArray(options.pubKeyCredParams);
}

async function runCeremony(ceremony: () => Promise<Credential>): Promise<Answer<Credential>> {
  try {
    return { ok: await ceremony() };
  } catch (error) {
    return { refused: classify(error instanceof Error ? error : new Error()) };
  }
}

function classify({ name, message }: Error): DeviceRefusal {
  if (name === 'NotAllowedError' || name === 'AbortError') return 'passkey_cancelled';
  if (name === 'NotSupportedError' || message.includes('not supported')) return 'passkey_unsupported';
  return 'passkey_failed';
}
