import { expect, test } from 'vitest';
import { listen, stopListening } from './listen.ts';

test('while the app is not there yet, a call is told so at once', async () => {
  const { httpServer, port, serve } = await listen('127.0.0.1', 0);
  const url = `http://127.0.0.1:${port}/readyz`;
  const early = await fetch(url);
  expect(early.status).toBe(503);
  expect(early.headers.get('retry-after')).toBe('1');
  expect(await early.json()).toMatchObject({ code: 'not_ready' });
  serve((_request, response) => response.end('served'));
  expect(await (await fetch(url)).text()).toBe('served');
  await stopListening(httpServer);
});
