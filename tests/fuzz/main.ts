import { parseArgs } from 'node:util';
import { startVitest } from 'vitest/node';

const HELP = 'npm run fuzz -- --calls 50000 --seed 7';

const { values } = parseArgs({
  options: { calls: { type: 'string', default: '50000' }, seed: { type: 'string' } },
});
const calls = Number(values.calls);
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
if (!(calls > 0) || !Number.isSafeInteger(seed)) {
  process.stderr.write(`--calls and --seed are whole numbers: ${HELP}\n`);
  process.exit(1);
}
process.stdout.write(`${calls} calls, seed ${seed}\n`);
const provide = { fuzz: { calls, seed, told: true } };
await startVitest('test', ['tests/fuzz/fuzz.test.ts'], { watch: false, provide, reporters: ['default'] });
