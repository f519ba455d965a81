import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { findCheckpoint } from '#server/log/checkpoints.ts';
import {
  computeKeyId,
  formatSignatureLine,
  type NoteKey,
  parseNote,
  SIGNATURE_TYPES,
} from '#shared/log/note.ts';
import { makeCosignedText } from '#shared/log/verify-note.ts';
import type { Escrow } from '#tests/fixtures/escrow.ts';

/** Somebody outside who signs checkpoints (C2SP tlog-cosignature). */
export interface Witness {
  key: NoteKey;
  /** The signature line for a checkpoint's text. */
  cosign(text: string, nowMs: number): string;
}

export function makeWitness(name: string): Witness {
  const { privateKey } = generateKeyPairSync('ed25519');
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  const publicKey = new Uint8Array(Buffer.from(x, 'base64url'));
  const key: NoteKey = { name, type: SIGNATURE_TYPES.cosignature, publicKey };
  return {
    key,
    cosign: (text, nowMs) => {
      const time = BigInt(Math.floor(nowMs / 1000));
      const stamp = Buffer.alloc(8);
      stamp.writeBigUInt64BE(time);
      const signed = sign(null, Buffer.from(makeCosignedText(text, time)), privateKey);
      const signature = new Uint8Array([...stamp, ...signed]);
      return formatSignatureLine({ name, keyId: computeKeyId(key), signature });
    },
  };
}

/** The newest checkpoint: its size and the text that is signed. */
export async function readHead({ app }: Escrow): Promise<{ size: number; text: string }> {
  const head = await findCheckpoint(app.services.directory);
  const note = parseNote(head?.note ?? '');
  if (!head || !note) throw new Error('nothing was signed');
  return { size: head.size, text: note.text };
}
