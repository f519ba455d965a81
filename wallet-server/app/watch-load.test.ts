import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { watchLoad } from './watch-load.ts';

function makeResponse(): ServerResponse {
  return new ServerResponse(new IncomingMessage(new Socket()));
}

test('a process is busy while many calls wait for their answer', () => {
  const load = watchLoad(() => 0);
  const responses = Array.from({ length: 8 }, makeResponse);
  for (const response of responses.slice(1)) load.hold(response);
  expect(load.isBusy()).toBe(false);
  load.hold(responses[0] ?? makeResponse());
  expect(load.isBusy()).toBe(true);
  responses[3]?.emit('close');
  expect(load.isBusy()).toBe(false);
});

test('callers who left before they were counted keep no process busy', () => {
  const load = watchLoad(() => 0);
  for (let count = 0; count < 8; count += 1) {
    const response = makeResponse();
    response.destroyed = true;
    load.hold(response);
  }
  expect(load.isBusy()).toBe(false);
});
