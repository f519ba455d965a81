import { runStep, type Step } from './step.ts';

/** What `npm run check` holds: types, format and lint, the rules of the repository, unused code. */
const STEPS: Step[] = [
  { name: 'types', command: 'tsc', arguments: ['--noEmit'] },
  { name: 'format and lint', command: 'biome', arguments: ['ci', '--error-on-warnings'] },
  { name: 'architecture', command: 'vitest', arguments: ['run', 'tests/architecture', '--reporter=default'] },
  { name: 'unused code', command: 'knip', arguments: [] },
];

const failed = STEPS.filter(step => !runStep(step));
if (failed.length > 0) {
  console.error(`\nFailed: ${failed.map(step => step.name).join(', ')}`);
  process.exitCode = 1;
}
