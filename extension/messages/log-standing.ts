/** What can be wrong with the public log, in the words that the texts for people are named by. */
export const LOG_ALARMS = [
  /** Signed by another key than the one that was known, or not at all. */
  'key_changed',
  'signature_wrong',
  /** Entries that were there are gone, or differ. */
  'history_shortened',
  'history_rewritten',
  /** An entry about its owner does not stand where the server says. */
  'entry_changed',
  /** Something that its owner knows of has no entry. */
  'entry_missing',
  /** What is needed to check has not been given for a day. */
  'proof_withheld',
] as const;
export type LogAlarmKind = (typeof LOG_ALARMS)[number];

export interface LogAlarm {
  kind: LogAlarmKind;
  foundAtMs: number;
  /** Both signed checkpoints as text: they prove it to anyone. */
  evidence: string;
  /** Whether its owner said to have read it. */
  read: boolean;
}

/** How the log stands, as far as this device knows. */
export interface LogStanding {
  /** When it was last found right; null: never yet. */
  rightAtMs: number | null;
  /** How many entries there were then, and how many of them are about the owner. */
  size: number;
  ownCount: number;
  alarm: LogAlarm | null;
}
