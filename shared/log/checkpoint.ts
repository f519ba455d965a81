import { decodeBase64, encodeBase64 } from './base64.ts';
import { HASH_BYTES, type Hash } from './merkle-hash.ts';
import { type NoteKey, parseNote } from './note.ts';
import { verifyNote } from './verify-note.ts';

/** How the log stands: so many leaves under one root (C2SP tlog-checkpoint). */
export interface Checkpoint {
  /** Name of the log: its prefix without scheme. */
  origin: string;
  size: number;
  root: Hash;
}

/** The text of a checkpoint, to be signed as a note. */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${encodeBase64(root)}\n`;
}

/** The checkpoint of a note's text, or null; lines after the third are extensions and say nothing here. */
export function parseCheckpoint(text: string): Checkpoint | null {
  const [origin = '', size = '', encoded = ''] = text.split('\n');
  const root = decodeBase64(encoded);
  if (origin === '' || !/^(0|[1-9]\d{0,15})$/.test(size) || root?.length !== HASH_BYTES) return null;
  return Number.isSafeInteger(Number(size)) ? { origin, size: Number(size), root } : null;
}

export type CheckpointRefusal =
  | 'checkpoint_malformed'
  | 'origin_foreign'
  | 'signature_missing'
  | 'signature_wrong';

/** The checkpoint in a signed note, once `key` is found to have signed it for the log of that name. */
export async function openCheckpoint(
  text: string,
  key: NoteKey,
): Promise<Checkpoint | { refused: CheckpointRefusal }> {
  const note = parseNote(text);
  const checkpoint = note && parseCheckpoint(note.text);
  if (!note || !checkpoint) return { refused: 'checkpoint_malformed' };
  if (checkpoint.origin !== key.name) return { refused: 'origin_foreign' };
  const verified = await verifyNote(note, key);
  if (verified === null) return { refused: 'signature_missing' };
  return verified ? checkpoint : { refused: 'signature_wrong' };
}
