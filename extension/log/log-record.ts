import type { LogAlarm, LogStanding } from '#extension/messages/log-standing.ts';

/** What this device remembers of the log. The note is the last signed checkpoint that was found right. */
export interface LogRecord {
  serverOrigin: string;
  /** C2SP verifier key, taken from the server at the first sight and believed alone from then on. */
  key: string;
  /** Empty until a checkpoint was found right. */
  note: string;
  rightAtMs: number | null;
  /** Up to which place the owner's entries were looked through. */
  ownUpTo: number;
  /** The owner's entries by `nameEntry`. */
  own: string[];
  triedAtMs: number;
  /** Since when a signed checkpoint comes without what is needed to check it. */
  withheldSinceMs: number | null;
  alarm: LogAlarm | null;
}

export function startRecord(serverOrigin: string, key: string, nowMs: number): LogRecord {
  const nothing = { note: '', rightAtMs: null, ownUpTo: 0, own: [], withheldSinceMs: null, alarm: null };
  return { serverOrigin, key, triedAtMs: nowMs, ...nothing };
}

/** What a person is shown. */
export function toStanding(record: LogRecord | null): LogStanding {
  const size = record ? Number(record.note.split('\n')[1] ?? 0) : 0;
  const { rightAtMs = null, own = [], alarm = null } = record ?? {};
  return { rightAtMs, size, ownCount: own.length, alarm };
}
