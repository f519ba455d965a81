import { setTimeout as pause } from 'node:timers/promises';
import { guardTransaction } from './guard-transaction.ts';
import { type Sql, sqlStateOf, type Transaction } from './sql.ts';

export type Isolation = 'read committed' | 'repeatable read' | 'serializable';

export interface TransactSettings {
  /** @default 'read committed' */
  isolation?: Isolation;
  /** How often the whole is tried before the fault is thrown. @default 8 */
  attempts?: number;
}

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';
const LONGEST_PAUSE_MS = 250;

/** True for faults after which the same transaction can succeed when run again. */
export function isRetryable(fault: unknown): boolean {
  const state = sqlStateOf(fault);
  return state === SERIALIZATION_FAILURE || state === DEADLOCK_DETECTED;
}

/**
 * Runs `run` in one transaction: committed when it returns, rolled back when it throws.
 * It is run again after a serialization failure or a deadlock, so it may have no effect outside `tx`.
 */
export async function transact<Result>(
  sql: Sql,
  run: (tx: Transaction) => Promise<Result>,
  settings: TransactSettings = {},
): Promise<Result> {
  const attempts = settings.attempts ?? 8;
  const isolation = `isolation level ${settings.isolation ?? 'read committed'}`;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await runOnConnection(sql, isolation, run);
    } catch (fault) {
      if (attempt >= attempts || !isRetryable(fault)) throw fault;
      // Unequal pauses part the transactions that collided.
      await pause(Math.random() * Math.min(LONGEST_PAUSE_MS, 2 ** attempt * 2));
    }
  }
}

/** Rejects as soon as the connection is lost; whatever `run` still does then goes nowhere. */
async function runOnConnection<Result>(
  sql: Sql,
  isolation: string,
  run: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const life = { over: false };
  try {
    return (await sql.begin(isolation, tx => guardTransaction(tx, life, run))) as Result;
  } finally {
    life.over = true;
  }
}
