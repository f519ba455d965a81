import { computeKeyId, formatSignatureLine, parseNote, parseSignatureLine } from '#shared/log/note.ts';
import { verifyNote } from '#shared/log/verify-note.ts';
import type { Services } from '../app/services.ts';
import { findCheckpoint } from './checkpoints.ts';

/** Keeps a witness's signature under the checkpoint of that size, to be served with it from then on. */
export async function addCosignature(
  { directory, clock, settings }: Pick<Services, 'directory' | 'clock' | 'settings'>,
  { size, line }: { size: number; line: string },
): Promise<{ ok: Record<string, never> } | { refused: 'not_found' | 'key_invalid' | 'signature_invalid' }> {
  const signature = parseSignatureLine(line.trimEnd());
  const witness = settings.logWitnesses.find(
    ({ key }) => key.name === signature?.name && computeKeyId(key) === signature.keyId,
  );
  if (!signature || !witness) return { refused: 'key_invalid' };
  const { key } = witness;
  const note = parseNote((await findCheckpoint(directory, size))?.note ?? '');
  if (!note) return { refused: 'not_found' };
  const verified = await verifyNote({ text: note.text, signatures: [signature] }, key);
  if (!verified) return { refused: 'signature_invalid' };
  await directory`
    insert into log_cosignatures (size, witness, key_id, line, received_at_ms)
    values (${size}, ${key.name}, ${signature.keyId}, ${formatSignatureLine(signature)}, ${clock()})
    on conflict (size, witness, key_id) do update set line = excluded.line, received_at_ms = excluded.received_at_ms`;
  return { ok: {} };
}
