/** What a load did: how long each whole life and each call in it took, and what failed. */
export interface LoadResult {
  callers: number;
  lives: number;
  elapsedMs: number;
  lifeMs: number[];
  callMs: number[];
  /** How often each refusal or fault ended a life. */
  failures: Record<string, number>;
}

/** Lives one purchase; `time` runs one call of it and notes how long it took. */
export type LiveOnce = (
  caller: number,
  time: <T>(call: () => Promise<T>) => Promise<T>,
) => Promise<'done' | 'exhausted'>;

const FAILURES_AT_MOST = 20;
const LIVES_AT_MOST = 200_000;

/** Lets `callers` live one purchase after the other for `seconds`; a life that has begun is lived to its end. */
export async function runLoad(callers: number, seconds: number, live: LiveOnce): Promise<LoadResult> {
  const result: LoadResult = { callers, lives: 0, elapsedMs: 0, lifeMs: [], callMs: [], failures: {} };
  const startedAt = performance.now();
  const isOver = () =>
    performance.now() - startedAt > seconds * 1000 ||
    result.lives >= LIVES_AT_MOST ||
    countFailures(result) >= FAILURES_AT_MOST;
  const runCaller = async (caller: number) => {
    while (!isOver()) {
      if ((await liveTimed(caller, live, result)) === 'exhausted') return;
    }
  };
  await Promise.all(Array.from({ length: callers }, (_nothing, caller) => runCaller(caller)));
  result.elapsedMs = performance.now() - startedAt;
  return result;
}

async function liveTimed(caller: number, live: LiveOnce, result: LoadResult): Promise<'done' | 'exhausted'> {
  const startedAt = performance.now();
  try {
    const ended = await live(caller, async call => {
      const calledAt = performance.now();
      const answer = await call();
      result.callMs.push(performance.now() - calledAt);
      return answer;
    });
    if (ended === 'exhausted') return ended;
    result.lifeMs.push(performance.now() - startedAt);
    result.lives += 1;
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault);
    result.failures[reason] = (result.failures[reason] ?? 0) + 1;
  }
  return 'done';
}

export function countFailures({ failures }: LoadResult): number {
  return Object.values(failures).reduce((total, count) => total + count, 0);
}

/** Lives a second. */
export function findRate({ lives, elapsedMs }: LoadResult): number {
  return (lives * 1000) / elapsedMs;
}
