import { expect, test } from 'vitest';
import { rememberEach } from './remember-each.ts';

/** Counts how often what is remembered was made. */
function count(): { ask: (text: string) => string; made: string[] } {
  const made: string[] = [];
  const ask = rememberEach(text => {
    made.push(text);
    return text.toUpperCase();
  });
  return { ask, made };
}

test('a text that was asked for is not made again', () => {
  const { ask, made } = count();
  expect([ask('a'), ask('b'), ask('a')]).toEqual(['A', 'B', 'A']);
  expect(made).toEqual(['a', 'b']);
});

test('a page with ever new texts holds no more than a thousand of them', () => {
  const { ask, made } = count();
  for (let number = 0; number <= 1000; number += 1) ask(`text ${number}`);
  expect(ask('text 1000')).toBe('TEXT 1000');
  expect(made).toHaveLength(1001);
  expect(ask('text 0')).toBe('TEXT 0');
  expect(made).toHaveLength(1002);
});

test('two who remember share nothing', () => {
  const [one, other] = [count(), count()];
  one.ask('a');
  other.ask('a');
  expect([one.made, other.made]).toEqual([['a'], ['a']]);
});
