import { type KeyObject, verify } from 'node:crypto';
import { MOST_CORES_SHARED } from '../storage/shared-cores.ts';

/** Whether `signature` (ECDSA over SHA-256, DER) is of `text` by `key`. Throws or rejects where it is no signature. */
export type Verifier = (text: string, key: KeyObject, signature: Buffer) => boolean | Promise<boolean>;

/**
 * Verifies off this thread where `cores` are to spare. Where this process and its database have two or fewer, the thread
 * that is woken for it takes the core from one of them, and costs more than it relieves (`npm run bench -- --only
 * escrow`: eight in a hundred fewer purchases with 64 callers).
 */
export function makeVerifier(cores: number): Verifier {
  if (cores <= MOST_CORES_SHARED)
    return (text, key, signature) => verify('sha256', Buffer.from(text), key, signature);
  return (text, key, signature) => {
    const { promise, resolve, reject } = Promise.withResolvers<boolean>();
    verify('sha256', Buffer.from(text), key, signature, (fault, holds) =>
      fault ? reject(fault) : resolve(holds),
    );
    return promise;
  };
}
