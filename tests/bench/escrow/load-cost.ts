import type { Sql } from '#server/storage/sql.ts';
import type { Row } from '../report.ts';
import { countJobs, drainJobs } from './database.ts';
import { type LiveOnce, type LoadResult, runLoad } from './load.ts';
import { readClusterCpu, readProcessCpu } from './processor-time.ts';

/** Processor time of a load, in milliseconds: work costs the same whatever else the machine does. */
export interface LoadCost {
  /** This process: the callers, and what runs in process. */
  callersMs: number;
  /** The server processes, all threads. */
  serverMs: number;
  databaseMs: number;
}

/** A load with what it cost, and what it had cost once the letters that it caused were sent. */
export interface CostedLoad extends LoadResult {
  cost: LoadCost;
  costWithLetters: LoadCost;
  /** Letters that were still to be sent when the load ended. */
  lettersLeft: number;
  /** Of these, letters that were not sent even when nobody called any more: they burden the next load. */
  lettersStuck: number;
}

/** What is watched beside the callers. */
export interface Watched {
  sql: Sql;
  serverPids: readonly number[];
}

/** Commands of a life that change something; its looks are counted in with them. */
export const COMMANDS_OF_A_LIFE = 4;

/** Runs a load and waits until the letters that it caused are sent. */
export async function runCostedLoad(
  watched: Watched,
  [callers, seconds, live]: [callers: number, seconds: number, live: LiveOnce],
): Promise<CostedLoad> {
  const before = await readCost(watched);
  const load = await runLoad(callers, seconds, live);
  const cost = subtractCost(await readCost(watched), before);
  const lettersLeft = await countJobs(watched.sql);
  const lettersStuck = await drainJobs(watched.sql);
  const { serverMs, databaseMs } = subtractCost(await readCost(watched), before);
  const costWithLetters = { callersMs: cost.callersMs, serverMs, databaseMs };
  return { ...load, cost, costWithLetters, lettersLeft, lettersStuck };
}

/** Two loads as one: what the machine and the database did meanwhile falls on what was measured between them too. */
export function joinLoads(first: CostedLoad, second: CostedLoad): CostedLoad {
  return {
    callers: first.callers,
    lives: first.lives + second.lives,
    elapsedMs: first.elapsedMs + second.elapsedMs,
    lifeMs: [...first.lifeMs, ...second.lifeMs],
    callMs: [...first.callMs, ...second.callMs],
    failures: { ...first.failures, ...second.failures },
    cost: add(first.cost, second.cost),
    costWithLetters: add(first.costWithLetters, second.costWithLetters),
    lettersLeft: first.lettersLeft + second.lettersLeft,
    lettersStuck: first.lettersStuck + second.lettersStuck,
  };
}

/** Rows of what a command cost, `beside` another load. */
export function makeCostRows(
  name: string,
  load: CostedLoad,
  beside: { name: string; load: CostedLoad },
): Row[] {
  const row = (part: string, pick: (load: CostedLoad) => number): Row => ({
    ...{ name: `${name}: processor time of a command, ${part}`, unit: 'us', value: perCommand(load, pick) },
    beside: { name: beside.name, value: perCommand(beside.load, pick) },
  });
  const total = ({ callersMs, serverMs, databaseMs }: LoadCost) => callersMs + serverMs + databaseMs;
  return [
    row('callers', ({ cost }) => cost.callersMs),
    row('server', ({ cost }) => cost.serverMs),
    row('database', ({ cost }) => cost.databaseMs),
    row('all of it', ({ cost }) => total(cost)),
    row('all of it, once its letters are sent', ({ costWithLetters }) => total(costWithLetters)),
  ];
}

/** Microseconds of processor time for each command. */
export function perCommand(load: CostedLoad, pick: (load: CostedLoad) => number): number {
  return (pick(load) * 1000) / (load.lives * COMMANDS_OF_A_LIFE);
}

/** What was used so far. */
export async function readCost({ sql, serverPids }: Watched): Promise<LoadCost> {
  const { user, system } = process.cpuUsage();
  const serverMs = serverPids.reduce((total, pid) => total + readProcessCpu(pid), 0);
  return { callersMs: (user + system) / 1000, serverMs, databaseMs: await readClusterCpu(sql) };
}

function add(one: LoadCost, other: LoadCost): LoadCost {
  return {
    callersMs: one.callersMs + other.callersMs,
    serverMs: one.serverMs + other.serverMs,
    databaseMs: one.databaseMs + other.databaseMs,
  };
}

export function subtractCost(after: LoadCost, before: LoadCost): LoadCost {
  return {
    callersMs: after.callersMs - before.callersMs,
    serverMs: after.serverMs - before.serverMs,
    databaseMs: after.databaseMs - before.databaseMs,
  };
}
