import { expect, test } from 'vitest';
import { readAhead } from './read-ahead.ts';

const PURCHASE = '01a1fc48-3835-710e-b4f5-3571600f3075';

/** An engine that notes what it is asked for; its answers are told apart by their number. */
function makeNotingEngine(fault: Error | null = null) {
  const asked: unknown[] = [];
  const readPurchase = async (ask: unknown) => {
    asked.push(ask);
    if (fault) throw fault;
    return { read: asked.length };
  };
  return { asked, engine: { readPurchase } as never };
}

test('what was foreseen is read at once and given to the first who asks for exactly that', async () => {
  const { asked, engine } = makeNotingEngine();
  const ahead = readAhead(engine, { purchase: { purchaseId: PURCHASE } });
  expect(asked).toEqual([{ purchaseId: PURCHASE }]);
  expect(await ahead.readPurchase({ purchaseId: PURCHASE })).toEqual({ read: 1 });
  expect(await ahead.readPurchase({ purchaseId: PURCHASE })).toEqual({ read: 2 });
});

test('whoever asks for anything else gets what that says, not what was foreseen', async () => {
  const { engine } = makeNotingEngine();
  const ahead = readAhead(engine, { purchase: { purchaseId: PURCHASE } });
  expect(await ahead.readPurchase({ purchaseId: PURCHASE, withCode: true })).toEqual({ read: 2 });
  expect(await ahead.readPurchase({ purchaseId: PURCHASE })).toEqual({ read: 3 });
});

test('a fault is told to who asks, and to nobody where a call is refused before', async () => {
  const { engine } = makeNotingEngine(new Error('away'));
  readAhead(engine, { purchase: { purchaseId: PURCHASE } });
  const ahead = readAhead(engine, { purchase: { purchaseId: PURCHASE } });
  await new Promise(resolve => setImmediate(resolve));
  await expect(ahead.readPurchase({ purchaseId: PURCHASE })).rejects.toThrow('away');
});
