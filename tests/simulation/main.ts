import { parseArgs } from 'node:util';
import { startVitest } from 'vitest/node';

const { values } = parseArgs({
  options: {
    sequences: { type: 'string', default: '100000' },
    worlds: { type: 'string' },
    seed: { type: 'string' },
  },
});
const sequences = Number(values.sequences);
const worlds = Number(values.worlds ?? Math.ceil(sequences / 1000));
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
if (![sequences, worlds, seed].every(Number.isSafeInteger)) {
  process.stderr.write('whole numbers: npm run simulate -- --sequences 100000 --worlds 100 --seed 7\n');
  process.exit(1);
}
process.stdout.write(`${sequences} sequences, ${worlds} worlds, seed ${seed}\n`);
const provide = { simulation: { sequences, worlds, seed } };
await startVitest('test', ['tests/simulation/simulation.test.ts'], {
  ...{ watch: false, provide, reporters: ['default'] },
});
