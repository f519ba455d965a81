import { expect, test } from 'vitest';
import { createFillTurns } from './fill-turns.ts';

/** Takes a turn that runs until it is overtaken or let go. */
function takeLong(takeTurn: ReturnType<typeof createFillTurns>, keys: string[]) {
  const { promise: letGo, resolve: finish } = Promise.withResolvers<string>();
  const done = takeTurn(new Set(keys), async signal => {
    signal.addEventListener('abort', () => finish('overtaken'));
    return signal.aborted ? 'overtaken' : letGo;
  });
  return { done, finish };
}

test('a later fill of the same field ends the one before it, and begins after it', async () => {
  const takeTurn = createFillTurns();
  const order: string[] = [];
  const first = takeLong(takeTurn, ['street', 'city']);
  const second = takeTurn(new Set(['city']), async () => order.push('second'));
  void first.done.then(end => order.push(`first ${end}`));
  await second;
  expect(order).toEqual(['first overtaken', 'second']);
});

test('a later fill of other fields waits until the one before it is done', async () => {
  const takeTurn = createFillTurns();
  const first = takeLong(takeTurn, ['street']);
  const second = takeTurn(new Set(['cc-number']), async () => 'second');
  first.finish('kept');
  expect(await Promise.all([first.done, second])).toEqual(['kept', 'second']);
});

test('taking back ends each fill that runs or waits', async () => {
  const takeTurn = createFillTurns();
  const first = takeLong(takeTurn, ['street']);
  const second = takeLong(takeTurn, ['cc-number']);
  const undone = takeTurn('all', async () => 'undone');
  expect(await Promise.all([first.done, second.done, undone])).toEqual(['overtaken', 'overtaken', 'undone']);
});

test('a fill that fails holds up none after it', async () => {
  const takeTurn = createFillTurns();
  const first = takeTurn(new Set(['street']), () => Promise.reject(new Error('page gone')));
  const second = takeTurn(new Set(['street']), async () => 'second');
  await expect(first).rejects.toThrow('page gone');
  expect(await second).toBe('second');
});
