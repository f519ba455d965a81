import type { LogAlarmKind, LogStanding } from '#extension/messages/log-standing.ts';
import type { WalletClient } from '#extension/wallet-client/wallet-client.ts';
import type { Checkpoint } from '#shared/log/checkpoint.ts';
import { isWitnessed, type WitnessPolicy } from '#shared/log/cosignatures.ts';
import { type NoteKey, parseNoteKey } from '#shared/log/note.ts';
import { makeTileReader } from '#shared/log/tile.ts';
import { formatTilePath } from '#shared/log/tile-path.ts';
import type { ReadNodes } from '#shared/log/tree-node.ts';
import { compareHistory, openNote } from './compare-history.ts';
import { type LogRecord, startRecord, toStanding } from './log-record.ts';
import { findMissing, findOwnEntries } from './own-entries.ts';

export interface LogPorts {
  serverOrigin: string;
  ask: WalletClient['ask'];
  /** Whether calls of the owner can be made; without them history alone is checked. */
  isSignedIn(): Promise<boolean>;
  /** Reads a path of the server; null where it has none, or gives no answer. */
  read(path: string): Promise<Uint8Array<ArrayBuffer> | null>;
  load(): Promise<LogRecord | null>;
  save(record: LogRecord): Promise<void>;
  clock: () => number;
  /** Who must have seen the same, besides this device. */
  witnesses: WitnessPolicy;
}

const WITHHELD_AFTER_MS = 24 * 3_600_000;

/**
 * Looks at the log as a stranger would: its newest checkpoint by the key that this device has known from the first, its
 * history against the checkpoint that was remembered, the owner's entries in it. What does not agree is an alarm that
 * stays; what cannot be read says nothing, until it is withheld for a day.
 */
export async function checkLog(ports: LogPorts): Promise<LogStanding> {
  const described = await ports.ask('getLog', {});
  const kept = await ports.load();
  const known = kept?.serverOrigin === ports.serverOrigin ? kept : null;
  if ('refused' in described) return toStanding(known);
  const nowMs = ports.clock();
  const record = { ...(known ?? startRecord(ports.serverOrigin, described.ok.key, nowMs)), triedAtMs: nowMs };
  const checked = await look(ports, record, described.ok.prefix).catch((fault: unknown) => {
    if (fault instanceof Withheld) return withhold(record, nowMs);
    throw fault;
  });
  await ports.save(checked);
  return toStanding(checked);
}

/** A tile that the signed checkpoint promises was not given, or a cosignature that it needs. */
class Withheld extends Error {}

async function look(ports: LogPorts, record: LogRecord, prefix: string): Promise<LogRecord> {
  const bytes = await ports.read(`${prefix}/checkpoint`);
  const key = parseNoteKey(record.key);
  if (!bytes || !key) return record;
  const note = new TextDecoder().decode(bytes);
  const now = await openNote(note, key);
  if (!now) return record;
  if ('alarm' in now) return raise(record, now.alarm, note);
  if (!(await isWitnessed(note, ports.witnesses))) throw new Withheld('witnesses are missing');
  const read = makeReader(ports, prefix, now.size);
  const rewritten = await compareHistory(await openKept(record, key), now, read);
  if (rewritten) return raise(record, rewritten, note);
  const own = await lookForOwn(ports, record, now, read);
  if ('alarm' in own) return raise(record, own.alarm, note);
  const alarm = record.alarm && PASSING.has(record.alarm.kind) ? null : record.alarm;
  return { ...record, ...own, note, rightAtMs: ports.clock(), withheldSinceMs: null, alarm };
}

async function openKept({ note }: LogRecord, key: NoteKey): Promise<Checkpoint | null> {
  const kept = note === '' ? null : await openNote(note, key);
  return kept && !('alarm' in kept) ? kept : null;
}

function makeReader({ read }: LogPorts, prefix: string, size: number): ReadNodes {
  return makeTileReader(size, async tile => {
    const bytes = await read(`${prefix}/${formatTilePath(tile)}`);
    if (bytes?.length !== tile.width * 32) throw new Withheld('a tile is missing');
    return bytes;
  });
}

async function lookForOwn(
  ports: LogPorts,
  record: LogRecord,
  now: Checkpoint,
  read: ReadNodes,
): Promise<Pick<LogRecord, 'own' | 'ownUpTo'> | { alarm: LogAlarmKind }> {
  const before = { own: record.own, ownUpTo: record.ownUpTo };
  if (!(await ports.isSignedIn())) return before;
  const found = await findOwnEntries(ports.ask, { from: record.ownUpTo, now }, read);
  if (!found) return before;
  if ('alarm' in found) return found;
  const own = [...new Set([...record.own, ...found.own])];
  if (await findMissing(ports.ask, own, ports.clock())) return { alarm: 'entry_missing' };
  return { own, ownUpTo: now.size };
}

/** Alarms of something that is late, and may come. The others are proofs, and stay. */
const PASSING: ReadonlySet<LogAlarmKind> = new Set(['proof_withheld', 'entry_missing']);

/** The first proof stays with its evidence; the remembered checkpoint too, so that the past is compared again. */
function raise(record: LogRecord, kind: LogAlarmKind, note: string): LogRecord {
  if (record.alarm && (record.alarm.kind === kind || !PASSING.has(record.alarm.kind))) return record;
  const evidence = [`key: ${record.key}`, `remembered:\n${record.note}`, `served now:\n${note}`].join('\n\n');
  return { ...record, alarm: { kind, foundAtMs: record.triedAtMs, evidence, read: false } };
}

function withhold(record: LogRecord, nowMs: number): LogRecord {
  const withheldSinceMs = record.withheldSinceMs ?? nowMs;
  const waiting = { ...record, withheldSinceMs };
  return nowMs - withheldSinceMs < WITHHELD_AFTER_MS ? waiting : raise(waiting, 'proof_withheld', '');
}
