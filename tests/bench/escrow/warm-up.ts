import type { Row } from '../report.ts';
import type { LiveOnce } from './load.ts';
import { type CostedLoad, perCommand, runCostedLoad, type Watched } from './load-cost.ts';

const ROUND_SECONDS = 2;
const ROUNDS_AT_MOST = 10;
/** Steady: two rounds that each took no tenth less processor time than the best before them. */
const STEADY_ROUNDS = 2;
const GAIN = 0.9;

/**
 * Runs each of `lives` for the same time, round after round, until the last of them takes no less processor time any
 * more. What a program was compiled for is then compiled, in the server as in this process; the database has its pages
 * and plans. Gives every load that was run.
 */
export async function warmUp(
  watched: Watched,
  callers: number,
  lives: readonly LiveOnce[],
): Promise<CostedLoad[][]> {
  const rounds: CostedLoad[][] = [];
  let best = Number.POSITIVE_INFINITY;
  for (let steady = 0; steady < STEADY_ROUNDS && rounds.length < ROUNDS_AT_MOST; ) {
    const round: CostedLoad[] = [];
    for (const live of lives) round.push(await runCostedLoad(watched, [callers, ROUND_SECONDS, live]));
    rounds.push(round);
    const cost = costOf(round);
    steady = cost < best * GAIN ? 0 : steady + 1;
    best = Math.min(best, cost);
  }
  return rounds;
}

function costOf(round: readonly CostedLoad[] | undefined): number {
  const load = round?.at(-1);
  return load ? perCommand(load, ({ cost }) => cost.callersMs + cost.serverMs) : Number.POSITIVE_INFINITY;
}

/** How long it took, and what the last load of a round cost at first and at last. */
export function makeWarmUpRows(rounds: readonly CostedLoad[][]): Row[] {
  return [
    { name: `warm-up: rounds of ${ROUND_SECONDS} s for each load`, unit: 'count', value: rounds.length },
    {
      ...{ name: 'warm-up: processor time of a command, callers and server', unit: 'us' },
      ...{ value: costOf(rounds.at(-1)), beside: { name: 'the first round', value: costOf(rounds[0]) } },
    },
  ];
}
