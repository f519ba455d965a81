import { sha256 } from '@noble/hashes/sha2.js';
import { z } from 'zod';
import { decodeBase64url, encodeBase64url } from '#shared/crypto/base64url.ts';
import { expandSecret, hashPassphrase } from './derive.ts';
import { encodeText, openBytes, type Random, sealBytes } from './seal.ts';

/** What the passkey's PRF is evaluated over; a new version is a new wrap. */
export const PRF_SALT = encodeBase64url(sha256(encodeText('wayveil-keyring-prf-1')));

/** OWASP's first choice for Argon2id (Password Storage Cheat Sheet): 19 MiB, two passes, one lane. */
const ARGON2 = { memoryKib: 19_456, passes: 2, lanes: 1 } as const;

/** The root key, sealed to one way of opening it. */
export const Wrap = z.discriminatedUnion('by', [
  z.object({
    by: z.literal('prf'),
    key: z.string(),
    /** Whose PRF it is; absent where it was made while there was one passkey only. */
    credentialId: z.string().optional(),
  }),
  z.object({
    by: z.literal('passphrase'),
    salt: z.string(),
    memoryKib: z.int().min(8_192).max(1_048_576),
    passes: z.int().min(1).max(16),
    lanes: z.int().min(1).max(16),
    key: z.string(),
  }),
]);
export type Wrap = z.infer<typeof Wrap>;

/** What a person brings to open a wrap: output of the passkey's PRF (base64url, 32 bytes), or a pass phrase. */
export type Opener = { by: 'prf'; prfOutput: string } | { by: 'passphrase'; passphrase: string };

const CONTEXT = { prf: 'wayveil-root-key-by-prf-1', passphrase: 'wayveil-root-key-by-passphrase-1' } as const;

/** Seals `rootKey` to `opener`. Takes about a second for a pass phrase. */
export async function wrapRootKey(rootKey: Uint8Array, opener: Opener, random: Random): Promise<Wrap> {
  if (opener.by === 'prf') {
    return { by: 'prf', key: sealBytes(derivePrfKey(opener.prfOutput), rootKey, CONTEXT.prf, random) };
  }
  const salt = random(16);
  const key = await hashPassphrase(opener.passphrase, salt, ARGON2);
  return {
    ...{ by: 'passphrase', salt: encodeBase64url(salt), ...ARGON2 },
    key: sealBytes(key, rootKey, CONTEXT.passphrase, random),
  };
}

/** The root key, or null where `opener` is not what it was wrapped by. */
export async function unwrapRootKey(wrap: Wrap, opener: Opener): Promise<Uint8Array | null> {
  if (wrap.by === 'prf') {
    return opener.by === 'prf' ? openBytes(derivePrfKey(opener.prfOutput), wrap.key, CONTEXT.prf) : null;
  }
  const salt = decodeBase64url(wrap.salt);
  if (opener.by !== 'passphrase' || !salt) return null;
  return openBytes(await hashPassphrase(opener.passphrase, salt, wrap), wrap.key, CONTEXT.passphrase);
}

function derivePrfKey(prfOutput: string): Uint8Array {
  const secret = decodeBase64url(prfOutput);
  if (secret?.length !== 32) throw new TypeError('PRF output is 32 bytes of base64url');
  return expandSecret(secret, { salt: undefined, info: encodeText('wayveil-keyring-wrap-1'), length: 32 });
}
