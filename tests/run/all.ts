import { rmSync } from 'node:fs';
import { countOutcomes, readResults } from '../requirements/results.ts';
import { listFailures } from './list-failures.ts';
import { runStep } from './step.ts';

/** `npm test`: every check and every test, each on real parts; the closing lines name what failed and count all. */
rmSync('reports', { recursive: true, force: true });
const failed = [
  { name: 'checks', command: 'node', arguments: ['tests/run/check.ts'] },
  { name: 'unit and server tests', command: 'vitest', arguments: ['run'] },
  { name: 'browser tests', command: 'node', arguments: ['tests/run/e2e.ts'] },
].filter(step => !runStep(step));

const results = readResults('reports');
const { passed, failed: failures, skipped } = countOutcomes(results);
for (const line of listFailures(results)) console.error(line);
if (failed.length > 0) console.error(`\nFailed: ${failed.map(step => step.name).join(', ')}`);
console.log(`\n${passed} passed, ${failures} failed, ${skipped} skipped`);
if (failed.length > 0 || failures > 0) process.exitCode = 1;
