import { expect, inject, test } from 'vitest';
import { openFuzzWorld } from './fuzz-world.ts';
import { FUZZED_OPERATIONS } from './fuzzed-call.ts';
import { judgeAnswer } from './judge-answer.ts';
import { runFuzz } from './run-fuzz.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** How long to go on; `npm run fuzz` gives its own. */
    fuzz: { calls: number; seed: number };
  }
}

const { calls, seed } = inject('fuzz');
const timeout = 60_000 + calls * 50;

test('calls of chance get an answer of the contract and nothing of anybody else', { timeout }, async () => {
  const world = await openFuzzWorld();
  const tally = await runFuzz(world, { calls, seed });
  const statuses = [...tally.statuses].sort(([one], [other]) => one - other);
  console.info(`${tally.calls} calls: ${statuses.map(([status, n]) => `${n} × ${status}`).join(', ')}`);
  const untouched = FUZZED_OPERATIONS.filter(operation => !tally.succeeded.has(operation));
  console.info(`never went well: ${untouched.join(', ') || 'none'}`);
  expect(tally.succeeded.size).toBeGreaterThan(FUZZED_OPERATIONS.length / 2);
});

const problem = (code: string) => ({
  ...{ status: 409, contentType: 'application/problem+json; charset=utf-8' },
  text: JSON.stringify({ code }),
});

test.each([
  ['a fault', { status: 500, contentType: 'application/problem+json', text: '{}' }, /status 500/],
  ['a refusal that the contract does not name', problem('card_unknown'), /does not name/],
  ['a page instead of a problem', { status: 404, contentType: 'text/html', text: '' }, /text\/html/],
  [
    'a result of another shape',
    { status: 200, contentType: 'application/json', text: '{"up":1}' },
    /not of the/,
  ],
  [
    'words of somebody else',
    { status: 200, contentType: 'application/json', text: '{"a":"Ada"}' },
    /somebody/,
  ],
] as const)('%s is found', (_name, answer, found) => {
  const operation = answer.text === '{"up":1}' ? 'getReadiness' : 'getHealth';
  expect(judgeAnswer(operation, answer, ['Ada'])).toMatch(found);
});
