import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { type Checkpoint, formatCheckpoint } from '#shared/log/checkpoint.ts';
import { computeKeyId, formatNote, type NoteKey, SIGNATURE_TYPES } from '#shared/log/note.ts';
import type { ServerSettings } from '../app/services.ts';

/** Below which path of the server's origin the log lies. */
export const LOG_PREFIX = '/log';

/** The log's name and key. */
export interface LogSigner {
  key: NoteKey;
  /** The signed note of a checkpoint: the same bytes each time (Ed25519 draws no chance). */
  signCheckpoint(tree: Omit<Checkpoint, 'origin'>): string;
}

/** PKCS #8 of an Ed25519 private key, but for its 32 bytes (RFC 8410, section 7). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The log is named by where it lies, without the scheme (C2SP tlog-tiles); its key comes from the server's secret. */
export function makeLogSigner({ keyFor, origin }: Pick<ServerSettings, 'keyFor' | 'origin'>): LogSigner {
  const seed = keyFor('log-signing');
  const privateKey = createPrivateKey({
    key: Buffer.concat([PKCS8_HEAD, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  const key: NoteKey = {
    name: new URL(origin).host + LOG_PREFIX,
    type: SIGNATURE_TYPES.ed25519,
    publicKey: new Uint8Array(Buffer.from(x, 'base64url')),
  };
  return {
    key,
    signCheckpoint: tree => {
      const text = formatCheckpoint({ origin: key.name, ...tree });
      const signature = new Uint8Array(sign(null, Buffer.from(text), privateKey));
      return formatNote({ text, signatures: [{ name: key.name, keyId: computeKeyId(key), signature }] });
    },
  };
}
