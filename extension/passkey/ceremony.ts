import {
  type AuthenticationResponseJSON,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
  WebAuthnError,
} from '@simplewebauthn/browser';
import { decodeBase64url, encodeBase64url } from '#shared/crypto/base64url.ts';

/** Why a ceremony gave nothing; browsers tell little on purpose. */
export type PasskeyRefusal =
  | 'passkey_cancelled'
  | 'passkey_timed_out'
  | 'passkey_unsupported'
  | 'passkey_withheld'
  | 'passkey_failed'
  | 'member_exists';

/** WebAuthn options as the wallet server or the background gave them. */
export interface CeremonyOptions {
  challenge: string;
  [member: string]: unknown;
}

/** `prf` says whether the authenticator can do PRF (WebAuthn level 3, section 10.1.4); `prfOutput` is base64url. */
export interface CreatedPasskey {
  credential: RegistrationResponseJSON;
  prf: boolean;
  prfOutput: string | null;
}

export interface AskedPasskey {
  credential: AuthenticationResponseJSON;
  prfOutput: string | null;
}

/** Without an authenticator some browsers wait for ever. */
const CEREMONY_TIMEOUT_MS = 120_000;

/** Makes a resident passkey, user verification required, and asks for PRF over `prfSalt`. */
export async function createPasskey(
  options: CeremonyOptions,
  prfSalt: string,
): Promise<CreatedPasskey | { refused: PasskeyRefusal }> {
  const optionsJSON = withPrf(options, prfSalt);
  if (!isCreationOptions(optionsJSON)) return { refused: 'passkey_failed' };
  const created = await limitTime(() => startRegistration({ optionsJSON }));
  if ('refused' in created) return created;
  const { prf, ...results } = readExtensions(created.done);
  const credential = { ...created.done, clientExtensionResults: results };
  const prfOutput = readPrfOutput(prf);
  return { credential, prf: prf?.enabled === true || prfOutput !== null, prfOutput };
}

/** Asks for a passkey's assertion; PRF is evaluated over `prfSalt` unless that is null. */
export async function askPasskey(
  options: CeremonyOptions,
  prfSalt: string | null,
): Promise<AskedPasskey | { refused: PasskeyRefusal }> {
  const optionsJSON = prfSalt === null ? options : withPrf(options, prfSalt);
  const asked = await limitTime(() => startAuthentication({ optionsJSON }));
  if ('refused' in asked) return asked;
  const { prf, ...results } = readExtensions(asked.done);
  return { credential: { ...asked.done, clientExtensionResults: results }, prfOutput: readPrfOutput(prf) };
}

function isCreationOptions(
  options: CeremonyOptions,
): options is CeremonyOptions & PublicKeyCredentialCreationOptionsJSON {
  return 'rp' in options && 'user' in options && Array.isArray(options.pubKeyCredParams);
}

function withPrf(options: CeremonyOptions, prfSalt: string): CeremonyOptions {
  const first = decodeBase64url(prfSalt);
  if (!first) throw new TypeError('the PRF salt is base64url');
  const extensions = typeof options.extensions === 'object' ? options.extensions : {};
  return { ...options, extensions: { ...extensions, prf: { eval: { first } } } };
}

interface PrfResult {
  enabled?: boolean;
  results?: { first?: BufferSource };
}

/** PRF output is a key: it is taken out of what goes to the server. */
function readExtensions(credential: { clientExtensionResults: object }): { prf?: PrfResult } {
  return credential.clientExtensionResults;
}

function readPrfOutput(prf: PrfResult | undefined): string | null {
  const first = prf?.results?.first;
  if (!first) return null;
  const bytes = first instanceof ArrayBuffer ? new Uint8Array(first) : new Uint8Array(first.buffer);
  return encodeBase64url(bytes);
}

async function limitTime<T>(ceremony: () => Promise<T>): Promise<{ done: T } | { refused: PasskeyRefusal }> {
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    WebAuthnAbortService.cancelCeremony();
  }, CEREMONY_TIMEOUT_MS);
  try {
    return { done: await ceremony() };
  } catch (error) {
    return { refused: late ? 'passkey_timed_out' : classifyPasskeyError(error) };
  } finally {
    clearTimeout(timer);
  }
}

/** The closed code for what a ceremony threw. `NotAllowedError` is a person's no, a time-out and more. */
export function classifyPasskeyError(error: unknown): PasskeyRefusal {
  if (error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') {
    return 'member_exists';
  }
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'AbortError') return 'passkey_cancelled';
  // The extension may use the server's RP ID only where the browser lets it into the server's host.
  if (name === 'SecurityError') return 'passkey_withheld';
  if (name === 'NotSupportedError' || name === 'ConstraintError') return 'passkey_unsupported';
  if (error instanceof Error && error.message === 'WebAuthn is not supported in this browser') {
    return 'passkey_unsupported';
  }
  return 'passkey_failed';
}
