import type { CallHead } from './channel.ts';

/** How far the clocks of a server and the vault may be apart, and how long a call may travel. */
const WINDOW_MS = 60_000;

export interface CallerCheck {
  /** Whether this call comes in time, for the first time, and within its party's rate. */
  admit(head: CallHead, nowMs: number): 'admitted' | 'late' | 'repeated' | 'too_many';
}

/** Remembers the nonces of a window for each party, and how many calls it made in this second. */
export function makeCallerCheck(callsPerSecond: number): CallerCheck {
  const seen = new Map<string, number>();
  const counts = new Map<string, { second: number; calls: number }>();
  const forget = (nowMs: number) => {
    for (const [nonce, atMs] of seen) {
      if (atMs >= nowMs - 2 * WINDOW_MS) return;
      seen.delete(nonce);
    }
  };
  return {
    admit: ({ party, atMs, nonce }, nowMs) => {
      if (Math.abs(nowMs - atMs) > WINDOW_MS) return 'late';
      forget(nowMs);
      if (seen.has(`${party}:${nonce}`)) return 'repeated';
      const second = Math.floor(nowMs / 1000);
      const count = counts.get(party);
      const calls = count?.second === second ? count.calls + 1 : 1;
      counts.set(party, { second, calls });
      if (calls > callsPerSecond) return 'too_many';
      seen.set(`${party}:${nonce}`, nowMs);
      return 'admitted';
    },
  };
}
