import { randomUUID } from 'node:crypto';
import { computeKeyId } from '#shared/log/note.ts';
import { hashRows, planConsistencyProof } from '#shared/log/tree-node.ts';
import type { Services } from '../app/services.ts';
import type { Queryable } from '../storage/sql.ts';
import { askWitness, type Witness, type WitnessAnswer } from './ask-witness.ts';
import { makeNodeReader } from './read-nodes.ts';

type Bringing = Pick<Services, 'directory' | 'clock' | 'settings' | 'log'>;
type ReachedWitness = Witness & { url: string };

const LEASE_MS = 30_000;
const FIRST_PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 10 * 60_000;

/** Those to whom checkpoints are brought. */
export function listReached({ settings }: Pick<Services, 'settings'>): ReachedWitness[] {
  return settings.logWitnesses.filter((witness): witness is ReachedWitness => witness.url !== null);
}

/**
 * Brings the newest checkpoint to every witness that has not cosigned it and keeps what they sign. Any number of
 * processes may: a lease lets one speak to a witness at a time. Returns how many cosigned.
 */
export async function bringCheckpoints(bringing: Bringing): Promise<number> {
  const brought = await Promise.all(listReached(bringing).map(witness => bringTo(bringing, witness)));
  return brought.filter(Boolean).length;
}

async function bringTo(bringing: Bringing, witness: ReachedWitness): Promise<boolean> {
  const { directory, log } = bringing;
  const newest = await findNewest(directory);
  if (!newest || newest.size === 0) return false;
  const lease = randomUUID();
  const cosignedSize = await takeLease(bringing, witness, { lease, upTo: newest.size });
  if (cosignedSize === null) return false;
  const answer = await bring(directory, witness, { ...newest, from: cosignedSize });
  await keepAnswer(bringing, witness, { answer, lease, size: newest.size });
  if ('refused' in answer)
    log.warn('witness_refused', { witness: witness.key.name, code: answer.refused, size: newest.size });
  return 'cosignature' in answer;
}

async function findNewest(sql: Queryable): Promise<{ size: number; note: string } | null> {
  const [row] = await sql<{ size: bigint; note: string }[]>`
    select size, note from log_checkpoints order by size desc limit 1`;
  return row ? { size: Number(row.size), note: row.note } : null;
}

/** The size that the witness cosigned last, for the one who may speak to it now; null where nothing is to be done. */
async function takeLease(
  { directory, clock }: Bringing,
  { key }: Witness,
  { lease, upTo }: { lease: string; upTo: number },
): Promise<number | null> {
  const nowMs = clock();
  const [row] = await directory<{ size: bigint }[]>`
    insert into log_witnesses as kept (name, key_id, lease, leased_until_ms)
    values (${key.name}, ${computeKeyId(key)}, ${lease}, ${nowMs + LEASE_MS})
    on conflict (name, key_id) do update set lease = excluded.lease, leased_until_ms = excluded.leased_until_ms
    where kept.leased_until_ms <= ${nowMs} and kept.next_at_ms <= ${nowMs}
      and (kept.size <> ${upTo} or kept.cosigned_at_ms is null or kept.refusal is not null)
    returning size`;
  return row ? Number(row.size) : null;
}

interface Brought {
  size: number;
  note: string;
  from: number;
}

/** A witness that stands elsewhere than we believed says where, and is asked from there, once. */
async function bring(sql: Queryable, witness: ReachedWitness, brought: Brought): Promise<WitnessAnswer> {
  const first = await submit(sql, witness, brought);
  if (!('behind' in first) || first.behind > brought.size) return first;
  return await submit(sql, witness, { ...brought, from: first.behind });
}

async function submit(
  sql: Queryable,
  witness: ReachedWitness,
  { size, note, from }: Brought,
): Promise<WitnessAnswer> {
  // More than there is of ours: it says itself where it stands.
  const oldSize = Math.min(from, size);
  const rows = oldSize === 0 ? [] : planConsistencyProof(oldSize, size);
  const proof = await hashRows(rows, makeNodeReader(sql, size));
  return await askWitness(witness, { oldSize, proof, note });
}

/** A witness that has seen more of the log than there is means that the log went back. */
function nameRefusal(answer: WitnessAnswer): string | null {
  if ('behind' in answer) return 'log_shortened';
  return 'refused' in answer ? answer.refused : null;
}

async function keepAnswer(
  { directory, clock }: Bringing,
  { key }: Witness,
  { answer, lease, size }: { answer: WitnessAnswer; lease: string; size: number },
): Promise<void> {
  const nowMs = clock();
  const [keyId, refusal] = [computeKeyId(key), nameRefusal(answer)];
  if ('cosignature' in answer)
    await directory`
      insert into log_cosignatures (size, witness, key_id, line, received_at_ms)
      select ${size}, ${key.name}, ${keyId}, ${answer.cosignature}, ${nowMs}
      where exists (select 1 from log_checkpoints where size = ${size})
      on conflict (size, witness, key_id) do update set
        line = excluded.line, received_at_ms = excluded.received_at_ms`;
  if (refusal === null)
    await directory`
      update log_witnesses set size = ${size}, cosigned_at_ms = ${nowMs}, failures = 0, refusal = null,
        next_at_ms = 0, leased_until_ms = 0
      where name = ${key.name} and key_id = ${keyId} and lease = ${lease}`;
  else
    await directory`
      update log_witnesses set failures = failures + 1, refusal = ${refusal}, leased_until_ms = 0,
        next_at_ms = ${nowMs} + least(${LONGEST_PAUSE_MS}::bigint, ${FIRST_PAUSE_MS}::bigint * (1::bigint << least(failures, 12)))
      where name = ${key.name} and key_id = ${keyId} and lease = ${lease}`;
}

/** What a witness says that cannot be unless the log has two histories, or lost one. */
const DISPUTES = ['proof_refused', 'root_differs', 'log_shortened'];

/** Witnesses that say that the log is not what it was. */
export async function countDisputes(services: Bringing): Promise<number> {
  const standing = await listStanding(services);
  return standing.filter(({ refusal }) => refusal !== null && DISPUTES.includes(refusal)).length;
}

/** Witnesses that have not cosigned for so long, though there was something to. */
export async function countLate(services: Bringing, lateAfterMs: number): Promise<number> {
  const { directory, clock } = services;
  const [waiting] = await directory<{ size: bigint }[]>`
    select size from log_checkpoints where size > 0 and signed_at_ms < ${clock() - lateAfterMs}
    order by size desc limit 1`;
  if (!waiting) return 0;
  return (await listStanding(services)).filter(({ size }) => size < waiting.size).length;
}

async function listStanding(services: Bringing): Promise<{ size: bigint; refusal: string | null }[]> {
  const rows = await services.directory<
    { name: string; key_id: string; size: bigint; refusal: string | null }[]
  >`select name, key_id, size, refusal from log_witnesses`;
  return listReached(services).map(({ key }) => {
    const row = rows.find(({ name, key_id }) => name === key.name && key_id === computeKeyId(key));
    return { size: row?.size ?? 0n, refusal: row?.refusal ?? null };
  });
}
