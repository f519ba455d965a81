import { expect, test } from 'vitest';
import type { Sql } from '#server/storage/sql.ts';
import { createClient } from '#shared/api/client.ts';
import { certifyFrom, expectOk, joinFrom, makeDevice } from '#tests/fixtures/device.ts';
import { openTestApp } from '#tests/fixtures/wallet-server.ts';

/** Notes when statements are asked and answered, told apart by a table that each names. */
function noteStatements() {
  const noted: string[] = [];
  const note = (statement: string, what: string) => {
    if (/access_tokens|api_key_hash/.test(statement)) noted.push(`caller ${what}`);
    else if (/known_since_ms|retired_at_ms/.test(statement)) noted.push(`purchase ${what}`);
  };
  const watch = (sql: Sql): Sql =>
    new Proxy(sql, {
      get: (target, name) => {
        if (name !== 'unsafe') return Reflect.get(target, name);
        return async (statement: string, ...given: [never, never]) => {
          note(statement, 'asked');
          const rows = await target.unsafe(statement, ...given);
          note(statement, 'answered');
          return rows;
        };
      },
    });
  const take = async <T>(run: () => Promise<T>) => {
    noted.length = 0;
    const result = await run();
    return { result, asked: noted.slice(0, 2).toSorted() };
  };
  return { watch, take };
}

const BOTH = ['caller asked', 'purchase asked'];

async function openMarket() {
  const { watch, take } = noteStatements();
  const app = await openTestApp({}, watch);
  const device = await makeDevice(app);
  const member = await joinFrom(device);
  const owner = await makeDevice(app);
  await joinFrom(owner);
  const { apiKey } = await certifyFrom(owner, { name: 'Kestrel Audio', host: 'kestrel.example' });
  const authorize = async () => ({ authorization: `Bearer ${apiKey}` });
  const shop = createClient({ origin: app.origin, fetch: app.fetch, authorize });
  const place = (orderNumber: string) => {
    const order = { orderNumber, amountMinor: '4800', currency: 'USD' as const, description: 'lamp' };
    return shop.call('placeOrder', { body: { buyer: member.number, ...order } });
  };
  return { app, device, owner, shop, place, take };
}

test('who calls and what the call will read are asked for side by side', async () => {
  const { device, shop, place, take } = await openMarket();
  const params = { purchaseId: expectOk(await place('K-1')).order.id };
  const placed = await take(() => place('K-2'));
  expectOk(placed.result);
  expect(placed.asked).toEqual(BOTH);
  const seen = await take(() => device.client.call('getPurchase', { params }));
  expect(expectOk(seen.result).purchase.id).toBe(params.purchaseId);
  expect(seen.asked).toEqual(BOTH);
  const cancelled = await take(() => shop.call('cancelOrder', { params: { orderNumber: 'K-2' }, body: {} }));
  expect(expectOk(cancelled.result).order.state).toBe('cancelled');
  expect(cancelled.asked).toEqual(BOTH);
});

test("what was read ahead opens nothing: neither a stranger's purchase nor anything by a replaced key", async () => {
  const { app, owner, place } = await openMarket();
  const { id: purchaseId } = expectOk(await place('K-1')).order;
  expect(await owner.client.call('getPurchase', { params: { purchaseId } })).toEqual({
    refused: 'purchase_unknown',
  });
  await app.databases.directory`update sellers set api_key_hash = ${Buffer.alloc(32)}`;
  expect(await place('K-2')).toEqual({ refused: 'key_invalid' });
  const [row] = await app.databases.directory`select count(*)::int as count from purchases`;
  expect(row).toEqual({ count: 1 });
});
