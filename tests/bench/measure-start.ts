import type { Section } from './report.ts';
import { makeDataFolder, runServer } from './run-server.ts';
import { findMedian } from './statistics.ts';

const FIRST_STARTS = 2;
const LATER_STARTS = 3;

/** Cold start: from the start of the process to the first 200 of `/readyz`, with and without making the databases. */
export async function measureStart(): Promise<Section> {
  const first: number[] = [];
  const later: number[] = [];
  for (let round = 0; round < FIRST_STARTS; round += 1) {
    const folder = makeDataFolder();
    try {
      first.push(await startOnce(folder.path));
      for (let again = 0; again < LATER_STARTS; again += 1) later.push(await startOnce(folder.path));
    } finally {
      folder.remove();
    }
  }
  const value = findMedian(first);
  return {
    name: 'Cold start of the wallet server',
    rows: [
      { name: 'first start (initdb, roles, migrations)', unit: 'ms', value },
      {
        name: 'later start',
        unit: 'ms',
        value: findMedian(later),
        beside: { name: 'the first start', value },
      },
    ],
    notes: [],
  };
}

async function startOnce(dataDirectory: string): Promise<number> {
  const server = await runServer(dataDirectory);
  await server.stop();
  return server.readyAfterMs;
}
