import { createHash } from 'node:crypto';
import { calculateJwkThumbprint, EmbeddedJWK, jwtVerify } from 'jose';
import { z } from 'zod';
import { encodeBase64url } from '#shared/crypto/base64url.ts';

/** How far a device's clock may be off, and so how long a proof can be used. */
export const PROOF_WINDOW_MS = 120_000;

const ProofClaims = z.object({
  jti: z.string().min(8).max(128),
  htm: z.string(),
  htu: z.string(),
  iat: z.number(),
  ath: z.string().optional(),
});

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

/** Reads a DPoP proof (RFC 9449, section 4.3): signature, type, method, address, time and token; null if any is off. */
export async function readProof(jwt: string, call: ProvenCall, nowMs: number): Promise<Proof | null> {
  try {
    const { payload, protectedHeader } = await jwtVerify(jwt, EmbeddedJWK, {
      typ: 'dpop+jwt',
      algorithms: ['ES256'],
      currentDate: new Date(nowMs),
    });
    const claims = ProofClaims.parse(payload);
    if (!protectedHeader.jwk || !isAbout(claims, call, nowMs)) return null;
    const jkt = await calculateJwkThumbprint(protectedHeader.jwk);
    const hash = createHash('sha256').update(`${jkt}.${claims.jti}`).digest();
    return { jkt, hash, expiresAtMs: nowMs + 2 * PROOF_WINDOW_MS };
  } catch {
    return null;
  }
}

function isAbout(claims: z.infer<typeof ProofClaims>, call: ProvenCall, nowMs: number): boolean {
  if (claims.htm !== call.method || !isSameUrl(claims.htu, call.url)) return false;
  if (Math.abs(claims.iat * 1000 - nowMs) > PROOF_WINDOW_MS) return false;
  if (call.accessToken === undefined) return claims.ath === undefined;
  const ath = encodeBase64url(createHash('sha256').update(call.accessToken).digest());
  return claims.ath === ath;
}

function isSameUrl(htu: string, url: string): boolean {
  if (!URL.canParse(htu)) return false;
  const given = new URL(htu);
  return given.search === '' && given.hash === '' && given.href === new URL(url).href;
}
