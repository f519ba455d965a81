import { type NoteKey, parseNote } from './note.ts';
import { verifyNote } from './verify-note.ts';

/** Witnesses that a checkpoint needs: at least `quorum` of these keys. 0 asks for none. */
export interface WitnessPolicy {
  keys: readonly NoteKey[];
  quorum: number;
}

/** How many of the witnesses cosigned the note rightly (C2SP tlog-cosignature). */
export async function countCosignatures(text: string, keys: readonly NoteKey[]): Promise<number> {
  const note = parseNote(text);
  if (!note) return 0;
  const verified = await Promise.all(keys.map(key => verifyNote(note, key)));
  return verified.filter(Boolean).length;
}

/** Whether enough witnesses saw the same. */
export async function isWitnessed(text: string, { keys, quorum }: WitnessPolicy): Promise<boolean> {
  return quorum <= 0 || (await countCosignatures(text, keys)) >= quorum;
}
