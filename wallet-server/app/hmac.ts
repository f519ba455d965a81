import { createHmac } from 'node:crypto';

/** HMAC-SHA-256 (RFC 2104): what a value is found by or proven with, without being kept. */
export function computeHmac(key: Uint8Array, message: string | Uint8Array): Buffer {
  return createHmac('sha256', key).update(message).digest();
}
