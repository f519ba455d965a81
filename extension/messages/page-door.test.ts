import { expect, test } from 'vitest';
import type { PageEnvelope } from './envelope.ts';
import { openDoor } from './page-door.ts';

test('a background that dies before it answers is asked again with the same command id', async () => {
  const sent: PageEnvelope[] = [];
  const ask = openDoor('popup', async envelope => {
    sent.push(envelope);
    if (sent.length === 1) throw new Error('The message port closed before a response was received.');
    return sent.length === 2 ? undefined : { ok: { cards: [] } };
  });
  expect(await ask('listCards', {})).toEqual({ ok: { cards: [] } });
  expect(new Set(sent.map(({ commandId }) => commandId)).size).toBe(1);
  expect(sent).toHaveLength(3);
});

test('a background that never answers is a fault, not an endless wait', async () => {
  const ask = openDoor('confirm', async () => undefined);
  expect(await ask('getState', {})).toEqual({ refused: 'fault' });
});
