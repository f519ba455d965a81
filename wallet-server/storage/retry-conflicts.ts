import { setTimeout as pause } from 'node:timers/promises';
import { isRetryable } from './transact.ts';

const ATTEMPTS = 8;
const LONGEST_PAUSE_MS = 250;

/** Runs one statement again after a serialization failure or a deadlock, eight times at most. */
export async function retryConflicts<Result>(run: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (fault) {
      if (attempt >= ATTEMPTS || !isRetryable(fault)) throw fault;
      // Unequal pauses part the statements that collided.
      await pause(Math.random() * Math.min(LONGEST_PAUSE_MS, 2 ** attempt * 2));
    }
  }
}
