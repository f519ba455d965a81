import type { LogAlarmKind } from '#extension/messages/log-standing.ts';
import { type Checkpoint, openCheckpoint } from '#shared/log/checkpoint.ts';
import { equalsHash } from '#shared/log/merkle-hash.ts';
import type { NoteKey } from '#shared/log/note.ts';
import { computeRoot, hashRows, planConsistencyProof, type ReadNodes } from '#shared/log/tree-node.ts';
import { verifyConsistency } from '#shared/log/verify-proof.ts';

/** The checkpoint of a note by the key that is believed; what else it is, is an alarm or, unreadable, nothing. */
export async function openNote(
  text: string,
  key: NoteKey,
): Promise<Checkpoint | { alarm: LogAlarmKind } | null> {
  const opened = await openCheckpoint(text, key);
  if (!('refused' in opened)) return opened;
  switch (opened.refused) {
    // Whoever stands between may answer with a page of his own: that says nothing about the log.
    case 'checkpoint_malformed':
      return null;
    case 'signature_wrong':
      return { alarm: 'signature_wrong' };
    default:
      return { alarm: 'key_changed' };
  }
}

/**
 * Whether `now` is `before` with more at its end. The proof is made here, from the tiles of `now`, whose own root is
 * computed from them first: tiles that are not those of the signed tree prove nothing.
 */
export async function compareHistory(
  before: Checkpoint | null,
  now: Checkpoint,
  read: ReadNodes,
): Promise<LogAlarmKind | null> {
  if (!before || before.size === 0) return null;
  if (now.size < before.size) return 'history_shortened';
  if (now.size === before.size) return equalsHash(now.root, before.root) ? null : 'history_rewritten';
  const [root, proof] = await Promise.all([
    computeRoot(now.size, read),
    hashRows(planConsistencyProof(before.size, now.size), read),
  ]);
  if (!equalsHash(root, now.root)) return 'history_rewritten';
  return verifyConsistency({ from: before, to: now, proof }) ? null : 'history_rewritten';
}
