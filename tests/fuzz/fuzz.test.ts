import { expect, inject, test } from 'vitest';
import { CONTRACT } from '#shared/api/contract.ts';
import { fuzzStreams } from './fuzz-streams.ts';
import { describeTally, listNeverSucceeded, listSpared } from './fuzz-tally.ts';
import { openFuzzWorld } from './fuzz-world.ts';
import { judgeAnswer } from './judge-answer.ts';
import { runFuzz } from './run-fuzz.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** How long to go on; `npm run fuzz` gives its own, and wants every operation told. */
    fuzz: { calls: number; seed: number; told?: boolean };
  }
}

const { calls, seed, told } = inject('fuzz');
const timeout = 60_000 + calls * 100;

test('calls of chance get an answer of the contract and nothing of anybody else', { timeout }, async () => {
  const world = await openFuzzWorld();
  const progress = (line: string) => told && console.info(line);
  const tally = await runFuzz(world, { calls, seed, progress });
  const lines = describeTally(tally);
  console.info((told ? lines : lines.slice(-1)).join('\n'));
  expect(listNeverSucceeded(tally)).toEqual([]);
  expect(listSpared(tally, operation => CONTRACT[operation].method !== 'GET')).toEqual([]);
});

test('S36: streams are opened by whoever may, so many and no more, and nothing hangs', {
  timeout,
}, async () => {
  const world = await openFuzzWorld();
  const visits = Math.min(1000, Math.max(120, Math.round(calls / 20)));
  const tally = await fuzzStreams(world, { visits, seed });
  console.info(`${visits} visits to streams: ${JSON.stringify(tally)}`);
  const said = world.escrow.app.log.lines.join('\n');
  expect(world.unspoken.filter(word => said.includes(word))).toEqual([]);
  expect(tally.opened).toBeGreaterThan(0);
  expect(tally.refused).toBeGreaterThan(0);
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
