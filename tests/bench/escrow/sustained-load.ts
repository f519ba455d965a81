import { setTimeout as pause } from 'node:timers/promises';
import type { Row } from '../report.ts';
import { countJobs, countLetters, drainJobs } from './database.ts';
import { type LiveOnce, runLoad } from './load.ts';
import { COMMANDS_OF_A_LIFE, type LoadCost, readCost, subtractCost, type Watched } from './load-cost.ts';

/** Letters give way to commands for five seconds; twice that, and as many are sent as arise. */
const LEAD_SECONDS = 10;

/** What was done while letters were sent as fast as they arose, or not. */
export interface SustainedLoad {
  callers: number;
  /** All that were lived, those before the time that counts among them. */
  lives: number;
  failures: Record<string, number>;
  /** A second, in the time that counts. */
  rate: number;
  lettersPerSecond: number;
  cost: LoadCost;
  /** Lives in the time that `cost` is of. */
  livesOfCost: number;
  /** Letters that were still to be done when the load ended, and how long that took. */
  lettersLeft: number;
  drainedAfterMs: number;
  lettersStuck: number;
}

/**
 * Runs `live` until its letters are sent meanwhile, then for `seconds` more, which alone count: who measures only the
 * time in which they give way measures what no server keeps up.
 */
export async function runSustainedLoad(
  watched: Watched,
  [callers, seconds, live]: [callers: number, seconds: number, live: LiveOnce],
): Promise<SustainedLoad> {
  const progress = { lives: 0 };
  const counted: LiveOnce = async (caller, time) => {
    const ended = await live(caller, time);
    if (ended === 'done') progress.lives += 1;
    return ended;
  };
  const running = runLoad(callers, LEAD_SECONDS + seconds, counted);
  await pause(LEAD_SECONDS * 1000);
  const before = await look(watched, progress);
  await pause(seconds * 1000 - (performance.now() - before.atMs));
  const after = await look(watched, progress);
  const { lives, failures } = await running;
  const lettersLeft = await countJobs(watched.sql);
  const endedAt = performance.now();
  const lettersStuck = await drainJobs(watched.sql);
  const tookSeconds = (after.atMs - before.atMs) / 1000;
  return {
    ...{ callers, lives, failures, lettersLeft, lettersStuck, drainedAfterMs: performance.now() - endedAt },
    rate: (after.lives - before.lives) / tookSeconds,
    lettersPerSecond: (after.letters - before.letters) / tookSeconds,
    cost: subtractCost(after.cost, before.cost),
    livesOfCost: after.lives - before.lives,
  };
}

async function look(watched: Watched, progress: { lives: number }) {
  const [cost, letters] = await Promise.all([readCost(watched), countLetters(watched.sql)]);
  return { atMs: performance.now(), lives: progress.lives, cost, letters };
}

/** Rows of such a load beside its floor: lives a second, and microseconds of processor time for a command. */
export function makeSustainedRows(load: SustainedLoad, floor: { rate: number; costUs: number }): Row[] {
  const name = `${load.callers} callers, letters sent meanwhile`;
  const perCommand = (ms: number) => (ms * 1000) / (load.livesOfCost * COMMANDS_OF_A_LIFE);
  const { callersMs, serverMs, databaseMs } = load.cost;
  return [
    {
      ...{ name: `${name}: purchases`, unit: 'per_second', value: load.rate },
      beside: { name: 'the floor', value: floor.rate },
    },
    { name: `${name}: letters`, unit: 'per_second', value: load.lettersPerSecond },
    { name: `${name}: letters still to be sent at the end`, unit: 'count', value: load.lettersLeft },
    { name: `${name}: until they were sent`, unit: 'ms', value: load.drainedAfterMs },
    { name: `${name}: processor time of a command, callers`, unit: 'us', value: perCommand(callersMs) },
    { name: `${name}: processor time of a command, server`, unit: 'us', value: perCommand(serverMs) },
    { name: `${name}: processor time of a command, database`, unit: 'us', value: perCommand(databaseMs) },
    {
      ...{ name: `${name}: processor time of a command, all of it`, unit: 'us' },
      value: perCommand(callersMs + serverMs + databaseMs),
      beside: { name: 'the floor', value: floor.costUs },
    },
  ];
}
