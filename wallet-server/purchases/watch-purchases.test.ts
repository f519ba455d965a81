import { describe, expect, test } from 'vitest';
import { composeHandlers } from '#server/app/handlers.ts';
import { expectOk } from '#tests/fixtures/device.ts';
import { confirm, type Escrow, openEscrow, placeHeld } from '#tests/fixtures/escrow.ts';
import { keepBeat, stopClocks } from './stop-clocks.ts';

const HOUR = 3_600_000;

/** The buyer as a call of theirs is known. */
async function readParty({ app, member: { personId } }: Escrow) {
  const [session] = await app.services.directory<{ id: string; device_id: string }[]>`
    select id, device_id from sessions where person_id = ${personId}`;
  return { personId, deviceId: session?.device_id ?? '', sessionId: session?.id ?? '' };
}

/** The shop's server as a call of it is known. */
async function readShop({ app, sellerId }: Escrow) {
  const [shop] = await app.services.directory<{ api_key_hash: Buffer }[]>`
    select api_key_hash from sellers where id = ${sellerId}`;
  return { sellerId, by: { apiKeyHash: shop?.api_key_hash ?? Buffer.alloc(0) } };
}

describe('progress', () => {
  test('S36: buyer and seller see each purchase as it stands, then each change', async () => {
    const escrow = await openEscrow();
    await escrow.deposit(10_000n);
    const view = await placeHeld(escrow);
    const over = await placeHeld(escrow, 'KA-over');
    await escrow.call('declinePurchase', { params: { purchaseId: over.id } });
    const { services } = escrow.app;
    const stop = new AbortController();
    const handlers = composeHandlers(() => true);
    const parts = { params: undefined, query: undefined, body: undefined, signal: stop.signal };
    const buyer = { ...parts, party: await readParty(escrow) };
    const seller = { ...parts, party: await readShop(escrow) };
    const purchases = handlers.streamPurchases(services, buyer as never)[Symbol.asyncIterator]();
    const orders = handlers.streamOrders(services, seller as never)[Symbol.asyncIterator]();
    const first = [(await purchases.next()).value, (await purchases.next()).value];
    expect(first.map(({ state }) => state).sort()).toEqual(['declined', 'order_received']);
    expect((await orders.next()).value).toMatchObject({
      id: view.id,
      state: 'order_received',
      confirmed: false,
    });
    const next = [purchases.next(), orders.next()];
    expectOk(await confirm(escrow, view));
    const [bought, sold] = await Promise.all(next);
    expect(bought?.value).toMatchObject({ id: view.id, state: 'identity_confirmed' });
    expect(sold?.value).toMatchObject({ id: view.id, state: 'identity_confirmed', confirmed: true });
    stop.abort();
    expect((await purchases.next()).done).toBe(true);
    expect((await orders.next()).done).toBe(true);
  });

  test('a change by another process shows at the next poll', async () => {
    const escrow = await openEscrow();
    const view = await placeHeld(escrow);
    const other = {
      ...escrow.app.services,
      bus: { publish: () => undefined, subscribe: () => () => undefined },
    };
    const stop = new AbortController();
    const party = await readParty(escrow);
    const call = { party, params: undefined, query: undefined, body: undefined, signal: stop.signal };
    const stream = composeHandlers(() => true)
      .streamPurchases(other, call)
      [Symbol.asyncIterator]();
    await stream.next();
    await escrow.call('declinePurchase', { params: { purchaseId: view.id } });
    expect((await stream.next()).value).toMatchObject({ state: 'declined' });
    stop.abort();
    expect((await stream.next()).done).toBe(true);
  });

  test('a session that ended is shown nothing more, though its token still lives', async () => {
    const escrow = await openEscrow();
    const view = await placeHeld(escrow);
    const { signal } = new AbortController();
    const call = {
      party: await readParty(escrow),
      params: undefined,
      query: undefined,
      body: undefined,
      signal,
    };
    const stream = composeHandlers(() => true)
      .streamPurchases(escrow.app.services, call)
      [Symbol.asyncIterator]();
    await stream.next();
    await escrow.call('declinePurchase', { params: { purchaseId: view.id } });
    await escrow.app.services.directory`delete from sessions where id = ${call.party.sessionId}`;
    expect((await stream.next()).done).toBe(true);
  });
});

describe.each(['session', 'key'] as const)('S36: a stream of orders by a %s', by => {
  test('that is over shows nothing more', async () => {
    const escrow = await openEscrow();
    const view = await placeHeld(escrow);
    const { services } = escrow.app;
    const { sellerId, by: key } = await readShop(escrow);
    const { sessionId } = await readParty(escrow);
    const party = { sellerId, by: by === 'key' ? key : { sessionId } };
    const { signal } = new AbortController();
    const call = { party, params: undefined, query: undefined, body: undefined, signal };
    const stream = composeHandlers(() => true)
      .streamOrders(services, call)
      [Symbol.asyncIterator]();
    expect((await stream.next()).value).toMatchObject({ id: view.id });
    const next = stream.next();
    await escrow.call('declinePurchase', { params: { purchaseId: view.id } });
    expect((await next).value).toMatchObject({ state: 'declined' });
    await placeHeld(escrow, 'KA-second');
    if (by === 'key')
      await services.directory`update sellers set api_key_hash = 'other' where id = ${sellerId}`;
    else await services.directory`delete from sessions where id = ${sessionId}`;
    expect((await stream.next()).done).toBe(true);
  });
});

describe('the timer', () => {
  test('an outage of ours stops the clocks of purchases under way', async () => {
    const escrow = await openEscrow();
    await escrow.deposit(10_000n);
    const { services } = escrow.app;
    const waiting = await placeHeld(escrow, 'KA-2');
    const view = await placeHeld(escrow);
    const confirmed = expectOk(await confirm(escrow, view)).purchase;
    await keepBeat(services.directory, services.clock());
    escrow.wait(60_000);
    expect(await stopClocks(services)).toBe(0);
    escrow.wait(5 * HOUR);
    expect(await stopClocks(services)).toBe(1);
    const rows = await services.directory<{ due_at_ms: bigint; document: { dueAtMs: number } }[]>`
      select due_at_ms, document from purchases where id in ${services.directory([view.id, waiting.id])}
      order by due_at_ms desc`;
    const shifted = (confirmed.dueAtMs ?? 0) + 5 * HOUR;
    expect(rows.map(row => Number(row.due_at_ms))).toEqual([shifted, waiting.dueAtMs]);
    expect(rows.map(row => row.document.dueAtMs)).toEqual([shifted, waiting.dueAtMs]);
  });
});
