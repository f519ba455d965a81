/** When a job that failed is tried again. */
export interface RetryPolicy {
  maxAttempts: number;
  firstDelayMs: number;
  longestDelayMs: number;
}

/** Fourteen tries within about six hours. */
export const USUAL_RETRY: RetryPolicy = { maxAttempts: 14, firstDelayMs: 1000, longestDelayMs: 3_600_000 };

/** The delay after failed try number `attempt` (from 1), doubling each time; nothing when it was the last one. */
export function delayAfter(attempt: number, policy: RetryPolicy): number | undefined {
  if (attempt >= policy.maxAttempts) return undefined;
  return Math.min(policy.longestDelayMs, policy.firstDelayMs * 2 ** (attempt - 1));
}

/** A short code of a fault, fit for the table: its `code` where it has one, else its class. Never its message. */
export function errorCodeOf(fault: unknown): string {
  if (!(fault instanceof Error)) return 'fault';
  const code = 'code' in fault && typeof fault.code === 'string' ? fault.code : fault.name;
  return /^[A-Za-z0-9_.-]{1,64}$/.test(code) ? code : 'fault';
}
