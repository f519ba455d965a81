import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { encodeBase64url } from '#shared/crypto/base64url.ts';

const Coordinate = z.string().regex(/^[\w-]{43}$/);

/** The public half of a device's key as a DPoP proof carries it (RFC 7518, section 6.2); a private one is refused. */
export const DeviceJwk = z.object({
  ...{
    kty: z.literal('EC'),
    crv: z.literal('P-256'),
    x: Coordinate,
    y: Coordinate,
    d: z.undefined().optional(),
  },
});
export type DeviceJwk = z.infer<typeof DeviceJwk>;

/** A device's key, ready to verify with, and its thumbprint (RFC 7638). */
export interface DeviceKey {
  key: KeyObject;
  jkt: string;
}

/** Reading a key takes a third of verifying a signature with it: those seen last stay read. */
export type ReadDeviceKey = (jwk: DeviceJwk) => DeviceKey;

/** Keeps `most` keys, and drops the one that was used longest ago. */
export function makeDeviceKeys(most = 20_000): ReadDeviceKey {
  const known = new Map<string, DeviceKey>();
  return ({ kty, crv, x, y }) => {
    const name = `${x}.${y}`;
    const found = known.get(name) ?? readKey({ kty, crv, x, y });
    known.delete(name);
    known.set(name, found);
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    return found;
  };
}

/** Throws where the coordinates are no point of the curve. */
function readKey({ kty, crv, x, y }: Omit<DeviceJwk, 'd'>): DeviceKey {
  const key = createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' });
  const canonical = JSON.stringify({ crv, kty, x, y });
  return { key, jkt: encodeBase64url(createHash('sha256').update(canonical).digest()) };
}
