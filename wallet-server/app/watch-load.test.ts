import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { watchLoad } from './watch-load.ts';

test('a process is busy while many calls wait for their answer', () => {
  const load = watchLoad(() => 0);
  const responses = Array.from({ length: 16 }, () => new EventEmitter());
  for (const response of responses.slice(1)) load.hold(response);
  expect(load.isBusy()).toBe(false);
  load.hold(responses[0] ?? new EventEmitter());
  expect(load.isBusy()).toBe(true);
  responses[3]?.emit('close');
  expect(load.isBusy()).toBe(false);
});
