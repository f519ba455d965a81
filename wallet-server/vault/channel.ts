import { hkdfSync } from 'node:crypto';
import { z } from 'zod';
import { open, seal } from '../app/seal.ts';
import type { Random } from '../app/services.ts';

/** A server that may call the vault's process, and the 32 bytes that only the two have. */
export interface Party {
  id: string;
  key: Uint8Array;
}

/** What stands beside a sealed request; any change of it breaks the seal. */
export interface CallHead {
  party: string;
  /** Real time of the caller. */
  atMs: number;
  /** 16 bytes in hex, used once. */
  nonce: string;
}

export const CallBody = z.object({ call: z.string(), ask: z.unknown() });

type Direction = 'request' | 'answer';

function sealing(direction: Direction, { key }: Party, head: CallHead) {
  const place = `vault-${direction}:${head.party}:${head.atMs}:${head.nonce}`;
  return { key: new Uint8Array(hkdfSync('sha256', key, '', `wayveil-vault-${direction}-1`, 32)), place };
}

/**
 * Seals a message between a server and the vault (XChaCha20-Poly1305): it is read and made only by the two that share
 * the key, in one direction, for one call. An answer names the call that it answers, so that none can be put in the
 * place of another.
 */
export function sealMessage(
  direction: Direction,
  party: Party,
  head: CallHead,
  message: unknown,
  random: Random,
) {
  return seal(Buffer.from(JSON.stringify(message)), sealing(direction, party, head), random);
}

/** The message, or null where the key, the call or a bit of it differs. */
export function openMessage(direction: Direction, party: Party, head: CallHead, sealed: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(open(sealed, sealing(direction, party, head))).toString());
  } catch {
    return null;
  }
}
