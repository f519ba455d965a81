import { rename, writeFile } from 'node:fs/promises';
import { type Checkpoint, openCheckpoint } from '#shared/log/checkpoint.ts';
import { formatNoteKey, type NoteKey, parseNoteKey } from '#shared/log/note.ts';
import { readIfPresent } from '../../storage/read-if-present.ts';

/** The key of a log and its last good checkpoint: a file whose first line is the verifier key, the rest the note. */
export interface RememberedLog {
  key: NoteKey;
  checkpoint: Checkpoint;
}

/** What was remembered at `path`; null where nothing was yet. Throws where the file is not of this kind. */
export async function readRemembered(path: string): Promise<RememberedLog | null> {
  const text = await readIfPresent(path);
  if (text === null) return null;
  const end = text.indexOf('\n');
  const key = parseNoteKey(text.slice(0, end));
  const checkpoint = key && (await openCheckpoint(text.slice(end + 1), key));
  if (!checkpoint || 'refused' in checkpoint) throw new Error(`${path} holds no key and checkpoint of a log`);
  return { key, checkpoint };
}

export async function writeRemembered(path: string, key: NoteKey, note: string): Promise<void> {
  await writeFile(`${path}.new`, `${formatNoteKey(key)}\n${note}`, { flush: true });
  await rename(`${path}.new`, path);
}
