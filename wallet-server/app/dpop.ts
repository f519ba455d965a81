import { hash, type KeyObject } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { toDerSignature } from './der-signature.ts';
import { DeviceJwk, type ReadDeviceKey } from './device-keys.ts';
import { makeVerifier } from './make-verifier.ts';

/** How far a device's clock may be off, and so how long a proof can be used. */
export const PROOF_WINDOW_MS = 120_000;

/** `crit` would name extensions that must be understood (RFC 7515, section 4.1.11); we understand none. */
const ProofHeader = z.object({
  ...{ typ: z.literal('dpop+jwt'), alg: z.literal('ES256'), crit: z.undefined().optional(), jwk: DeviceJwk },
});
const ProofClaims = z.object({
  jti: z.string().min(8).max(128),
  htm: z.string(),
  htu: z.string(),
  iat: z.number(),
  nbf: z.number().optional(),
  exp: z.number().optional(),
  ath: z.string().optional(),
});

const LONGEST_PROOF = 4096;
const SIGNATURE_BYTES = 64;

/** A proof that holds for one request; whether it was seen before is the database's to say. */
export interface Proof {
  /** Thumbprint of the device key (RFC 7638). */
  jkt: string;
  /** What a repeated proof is known by: key and `jti`. */
  hash: Buffer;
  expiresAtMs: number;
}

export interface ProvenCall {
  method: string;
  /** Without query, as `htu` is. */
  url: string;
  /** For calls with an access token: the proof must name its hash. */
  accessToken?: string;
}

/**
 * Reads a DPoP proof (RFC 9449, section 4.3): type, key, method, address, time, token, and then the signature; null if any
 * is off.
 */
export async function readProof(
  jwt: string,
  call: ProvenCall,
  nowMs: number,
  readKey: ReadDeviceKey,
): Promise<Proof | null> {
  const parts = jwt.length > LONGEST_PROOF ? [] : jwt.split('.');
  const [header = '', payload = '', signature = ''] = parts;
  if (parts.length !== 3) return null;
  const signed = ProofHeader.safeParse(readJson(header));
  const claims = ProofClaims.safeParse(readJson(payload));
  if (!signed.success || !claims.success || !isAbout(claims.data, call, nowMs)) return null;
  try {
    const { key, jkt } = readKey(signed.data.jwk);
    const bytes = Buffer.from(signature, 'base64url');
    if (!(await isSignedBy(key, `${header}.${payload}`, bytes))) return null;
    const known = hash('sha256', `${jkt}.${claims.data.jti}`, 'buffer');
    return { jkt, hash: known, expiresAtMs: nowMs + 2 * PROOF_WINDOW_MS };
  } catch {
    return null;
  }
}

function readJson(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    return null;
  }
}

const verifySignature = makeVerifier(availableParallelism());

/** ES256 (RFC 7518, section 3.4): the signature is r and s, 32 bytes each. */
async function isSignedBy(key: KeyObject, text: string, signature: Buffer): Promise<boolean> {
  return signature.length === SIGNATURE_BYTES && verifySignature(text, key, toDerSignature(signature));
}

function isAbout(claims: z.infer<typeof ProofClaims>, call: ProvenCall, nowMs: number): boolean {
  if (claims.htm !== call.method || !isSameUrl(claims.htu, call.url)) return false;
  if (Math.abs(claims.iat * 1000 - nowMs) > PROOF_WINDOW_MS) return false;
  if (claims.nbf !== undefined && claims.nbf * 1000 > nowMs) return false;
  if (claims.exp !== undefined && claims.exp * 1000 <= nowMs) return false;
  if (call.accessToken === undefined) return claims.ath === undefined;
  return claims.ath === hash('sha256', call.accessToken, 'base64url');
}

function isSameUrl(htu: string, url: string): boolean {
  if (htu === url) return true;
  if (!URL.canParse(htu)) return false;
  const given = new URL(htu);
  return given.search === '' && given.hash === '' && given.href === new URL(url).href;
}
