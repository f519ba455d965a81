import { expect, test } from 'vitest';
import { groupCalls } from './group-calls.ts';

/** A run that notes its groups and ends each when told. */
function makeRun() {
  const groups: number[][] = [];
  const ends: (() => void)[] = [];
  const run = async (asks: readonly number[]) => {
    groups.push([...asks]);
    await new Promise<void>(resolve => ends.push(resolve));
    return asks.map(ask => ask * 10);
  };
  const turn = () => new Promise<void>(resolve => setImmediate(() => setImmediate(resolve)));
  return { groups, run, turn, end: () => ends.shift()?.() };
}

test('calls of one turn go together, and those that come meanwhile are the next group', async () => {
  const { groups, run, turn, end } = makeRun();
  const ask = groupCalls(run, { lanes: 1 });
  const first = [ask(1), ask(2)];
  await turn();
  const later = [ask(3), ask(4)];
  await turn();
  expect(groups).toEqual([[1, 2]]);
  end();
  expect(await Promise.all(first)).toEqual([10, 20]);
  await turn();
  expect(groups).toEqual([
    [1, 2],
    [3, 4],
  ]);
  end();
  expect(await Promise.all(later)).toEqual([30, 40]);
});

test('a group has its largest size, and lanes run at once', async () => {
  const { groups, run, turn, end } = makeRun();
  const ask = groupCalls(run, { lanes: 2, largest: 2 });
  const asked = [1, 2, 3, 4, 5].map(ask);
  await turn();
  expect(groups).toEqual([
    [1, 2],
    [3, 4],
  ]);
  end();
  await turn();
  expect(groups).toHaveLength(3);
  end();
  end();
  expect(await Promise.all(asked)).toEqual([10, 20, 30, 40, 50]);
});

test('calls that claim the same thing are never under way together', async () => {
  const { groups, run, turn, end } = makeRun();
  const ask = groupCalls(run, { lanes: 2, claimsOf: number => [number % 2 ? 'odd' : `even ${number}`] });
  const asked = [1, 3, 2].map(ask);
  await turn();
  expect(groups).toEqual([[1, 2]]);
  end();
  await turn();
  expect(groups).toEqual([[1, 2], [3]]);
  end();
  expect(await Promise.all(asked)).toEqual([10, 30, 20]);
});

test('a bad call takes nobody along', async () => {
  const ask = groupCalls(async (asks: readonly number[]) => {
    if (asks.includes(2)) throw new Error('two');
    return asks;
  });
  const answers = await Promise.allSettled([ask(1), ask(2), ask(3)]);
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});
