import { expect, onTestFinished, test } from 'vitest';
import { buildApp } from '#server/app/build-app.ts';
import { composeHandlers } from '#server/app/handlers.ts';
import { expectOk, joinFrom, makeDevice } from '#tests/fixtures/device.ts';
import { openEscrow } from '#tests/fixtures/escrow.ts';
import { makeTestSettings, START_MS, WIDE_LIMITS } from '#tests/fixtures/server-settings.ts';
import { makeAppFetch, openTestApp } from '#tests/fixtures/wallet-server.ts';
import type { RateLimits } from './limit-calls.ts';
import { deleteEndedCounts } from './shared-counts.ts';
import { watchLoad } from './watch-load.ts';

/** Two server processes on one database, as far as counts in memory can tell; `time` is the real one of both. */
async function openTwo(change: Partial<RateLimits>) {
  const limits = { ...WIDE_LIMITS, ...change };
  const first = await openTestApp({ limits });
  const { services } = first;
  const time = { nowMs: Date.now() };
  const open = async () => {
    const app = await buildApp({
      ...{ services, limits, keys: makeTestSettings().keys },
      ...{ proofClock: () => time.nowMs, handlers: composeHandlers(() => true) },
      ...{ stopping: new AbortController().signal, load: watchLoad() },
    });
    onTestFinished(async () => app.close());
    return app;
  };
  return { first, services, time, one: await open(), other: await open() };
}

const ASK = { method: 'POST', url: '/v1/sign-ins' } as const;

test('signing in is counted over all processes together', async () => {
  const { one, other, time, services } = await openTwo({ openPerMinute: 3 });
  expect((await one.inject(ASK)).statusCode).toBe(201);
  expect((await other.inject(ASK)).statusCode).toBe(201);
  expect((await one.inject(ASK)).statusCode).toBe(201);
  const refused = await other.inject(ASK);
  expect(refused.json()).toMatchObject({ code: 'rate_limited' });
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(50);
  time.nowMs += 60_000;
  expect((await other.inject(ASK)).statusCode).toBe(201);
  const kept = await services.directory`select t::text as row from call_counts t`;
  expect(kept).toHaveLength(1);
  expect(kept[0]?.row).not.toContain('127.0.0.1');
  await deleteEndedCounts(services.directory, time.nowMs + 60_000);
  expect(await services.directory`select 1 from call_counts`).toHaveLength(0);
});

test('what guards no secret counts per process', async () => {
  const { one, other } = await openTwo({ openPerMinute: 1 });
  const terms = { method: 'GET', url: '/v1/terms' } as const;
  expect((await one.inject(terms)).statusCode).toBe(200);
  expect((await other.inject(terms)).statusCode).toBe(200);
  expect((await one.inject(terms)).json().code).toBe('rate_limited');
});

test('wrong keys are counted over all processes, whatever they were meant to open', async () => {
  const { one, other } = await openTwo({ openPerMinute: 2 });
  const headers = { authorization: 'Bearer wvk_guess', 'content-type': 'application/json' };
  const ask = (app: typeof one, url: string) => app.inject({ method: 'POST', url, headers, payload: '{}' });
  expect((await ask(one, '/v1/orders')).json().code).toBe('key_invalid');
  expect((await ask(other, '/v1/resolutions')).json().code).toBe('key_invalid');
  expect((await ask(one, '/v1/resolutions')).json().code).toBe('rate_limited');
  const scrape = await other.inject({ method: 'GET', url: '/metrics', headers });
  expect(scrape.json().code).toBe('rate_limited');
});

test('addresses of one IPv6 subnet are one caller', async () => {
  const { app } = await openTestApp({ limits: { ...WIDE_LIMITS, openPerMinute: 1 }, trustedProxies: 1 });
  const ask = (address: string) =>
    app.inject({ method: 'GET', url: '/v1/terms', headers: { 'x-forwarded-for': address } });
  expect((await ask('2001:db8:1:2::1')).statusCode).toBe(200);
  expect((await ask('2001:db8:1:2:ffff::2')).json().code).toBe('rate_limited');
  expect((await ask('2001:db8:1:3::1')).statusCode).toBe(200);
});

test.each([
  ['the checkpoint', '/log/checkpoint'],
  ['a tile', '/log/tile/0/000'],
  ['the description of the API', '/openapi.json'],
  ['a page', '/console/'],
  ['the address alone', '/'],
  ['what is not there', '/nothing'],
])('%s is read as often as is allowed, and no more', async (_what, url) => {
  const { app } = await openTestApp({ limits: { ...WIDE_LIMITS, pagesPerMinute: 2 } });
  const ask = () => app.inject({ method: 'GET', url });
  expect((await ask()).statusCode).not.toBe(429);
  expect((await ask()).statusCode).not.toBe(429);
  const refused = await ask();
  expect(refused.statusCode).toBe(429);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
});

test('S29: a person gets so many codes an hour, from whatever process', async () => {
  const { one, other, first } = await openTwo({ codesPerHour: 2 });
  const way = { app: one };
  const { origin } = first;
  const device = await makeDevice({ origin, fetch: (...call) => makeAppFetch(way.app)(...call) });
  await joinFrom(device);
  const ask = async (app: typeof one) => {
    way.app = app;
    const params = { purchaseId: '01a1fc48-3835-710e-b4f5-3571600f3075' };
    return await device.client.call('requestCode', { params, body: {} });
  };
  expect(await ask(one)).toEqual({ refused: 'purchase_unknown' });
  expect(await ask(other)).toEqual({ refused: 'purchase_unknown' });
  expect(await ask(one)).toEqual({ refused: 'rate_limited' });
});

test('S5 S63: a carrier that was wrong too often waits, though it be right now', async () => {
  const escrow = await openEscrow();
  const { services, clock } = escrow.app;
  const limited = { ...services, settings: { ...services.settings, wrongProofsPerHour: 2 } };
  const resolve = composeHandlers(() => true).resolveNumber;
  const ask = (name: string) =>
    resolve(limited, {
      ...{ party: { carrierId: 'swift', name }, params: undefined, query: undefined },
      body: { fieldNumber: escrow.member.number, orderNumber: 'X', waybill: 'WB-0000', use: 'print' },
      signal: new AbortController().signal,
    });
  expectOk(await ask('Swift Parcel'));
  expectOk(await ask('Swift Parcel'));
  expect(await ask('Swift Parcel')).toEqual({ refused: 'rate_limited' });
  expectOk(await ask('Other Parcel'));
  clock.nowMs = START_MS + 2 * 3_600_000;
  expectOk(await ask('Swift Parcel'));
});
