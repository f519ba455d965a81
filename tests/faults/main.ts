import { parseArgs } from 'node:util';
import { runFaults } from './run-faults.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '500' },
    seed: { type: 'string' },
    minutes: { type: 'string' },
  },
});
const kills = Number(values.kills);
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
const minutes = values.minutes === undefined ? undefined : Number(values.minutes);
const print = (line: string) => process.stdout.write(`${line}\n`);
if (!Number.isSafeInteger(kills) || kills < 1 || !Number.isSafeInteger(seed)) {
  print('--kills and --seed are whole numbers: npm run faults -- --kills 500 --seed 7');
  process.exit(1);
}
print(`${kills} kills, seed ${seed}`);
try {
  const tally = await runFaults({ kills, seed, minutes, progress: print });
  const done = Object.values(tally.kills).reduce((sum, count) => sum + count, 0);
  const ways = Object.entries(tally.kills).map(([kill, count]) => `${count} × ${kill}`);
  print(
    `${done} kills (${ways.join(', ')}): ${tally.acknowledged} commands of ${tally.lives} purchases acknowledged, 0 lost`,
  );
} catch (fault) {
  print(fault instanceof Error ? fault.message : String(fault));
  process.exitCode = 1;
}
