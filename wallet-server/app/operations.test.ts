import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { CONTRACT, type Operation } from '#shared/api/contract.ts';
import type { Endpoint } from '#shared/api/endpoint.ts';
import { expectOk, joinFrom, makeDevice, REAL_DATA } from '#tests/fixtures/device.ts';
import { BANK_SECRET, CARRIER_KEY, OPERATOR_KEY, WIDE_LIMITS } from '#tests/fixtures/server-settings.ts';
import { openTestApp } from '#tests/fixtures/wallet-server.ts';

const ID = '01a1fc48-3835-710e-b4f5-3571600f3075';
const rows = Object.entries<Endpoint>(CONTRACT).map(
  ([operation, row]) => [operation as Operation, row] as const,
);

function fillPath(path: string): string {
  return path.replace(/:\w+/g, ID);
}

const WITHOUT_CREDENTIALS: Record<string, string> = {
  session: 'session_missing',
  seller: 'session_missing',
  carrier: 'key_invalid',
  operator: 'key_invalid',
  issuer: 'signature_invalid',
  bank: 'signature_invalid',
};

test('every operation that is not open refuses a caller who shows nothing, before it reads the body', async () => {
  const { app } = await openTestApp();
  for (const [operation, row] of rows.filter(([, { party }]) => party !== 'open')) {
    const options = {
      method: row.method,
      url: fillPath(row.path),
      headers: { 'content-type': 'application/json' },
    };
    const answer = await app.inject(row.method === 'GET' ? options : { ...options, payload: '{"wrong":1}' });
    expect([operation, answer.json().code]).toEqual([operation, WITHOUT_CREDENTIALS[row.party]]);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  }
});

test('a key of one party opens no other', async () => {
  const { app } = await openTestApp();
  const ask = async (operation: Operation, key: string) => {
    const row: Endpoint = CONTRACT[operation];
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const answer = await app.inject({ method: row.method, url: fillPath(row.path), headers, payload: '{}' });
    return answer.json().code;
  };
  expect(await ask('ruleDispute', CARRIER_KEY)).toBe('key_invalid');
  expect(await ask('reportParcel', OPERATOR_KEY)).toBe('key_invalid');
  expect(await ask('placeOrder', CARRIER_KEY)).toBe('key_invalid');
  expect(await ask('reportParcel', CARRIER_KEY)).toBe('input_invalid');
  expect(await ask('ruleDispute', OPERATOR_KEY)).toBe('input_invalid');
});

test('a signature holds for the very bytes that came, and only by the right secret', async () => {
  const { app } = await openTestApp();
  const payload = '{"bankReference":"B-1"}';
  const post = async (secret: string, body: string) => {
    const at = new Date();
    const headers = {
      'content-type': 'application/json',
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign('msg_1', at, payload),
    };
    const answer = await app.inject({ method: 'POST', url: '/v1/bank/notices', headers, payload: body });
    return answer.json().code;
  };
  expect(await post(BANK_SECRET, payload)).toBe('input_invalid');
  expect(await post(BANK_SECRET, payload.replace('B-1', 'B-2'))).toBe('signature_invalid');
  expect(await post(`whsec_${Buffer.alloc(32, 9).toString('base64')}`, payload)).toBe('signature_invalid');
});

test('a wrong input is refused by the names of its parts and never by its values', async () => {
  const { app } = await openTestApp();
  const payload = { registrationId: 'Okonkwo', realData: { ...REAL_DATA, email: 'Okonkwo at home' } };
  const answer = await app.inject({ method: 'POST', url: '/v1/people', payload });
  expect(answer.statusCode).toBe(400);
  expect(answer.json()).toEqual({
    type: 'urn:wayveil:refusal:input_invalid',
    title: 'Input invalid',
    ...{ status: 400, code: 'input_invalid' },
    pointers: [
      '/body/registrationId',
      '/body/credential',
      '/body/deviceName',
      '/body/locale',
      '/body/realData/email',
    ],
  });
});

test.each([
  ['no JSON', { payload: '{', headers: { 'content-type': 'application/json' } }, 'input_invalid'],
  ['another media type', { payload: 'a=b', headers: { 'content-type': 'text/plain' } }, 'input_invalid'],
  [
    'a poisoned key',
    { payload: '{"__proto__":{}}', headers: { 'content-type': 'application/json' } },
    'input_invalid',
  ],
  ['more than 256 kB', { payload: { sealed: 'x'.repeat(300_000) } }, 'body_too_large'],
])('a body of %s is refused', async (_what, sent, code) => {
  const { app } = await openTestApp();
  const answer = await app.inject({ method: 'POST', url: '/v1/people', ...sent });
  expect(answer.json().code).toBe(code);
});

test.each([
  ['half a character', '/v1/purchases/%E0%A4%A'],
  ['a parameter without end', `/v1/purchases/${'x'.repeat(300)}`],
  ['a zero character', '/v1/purchases/%00'],
])('an address of %s is refused', async (_name, url) => {
  const { app } = await openTestApp();
  const answer = await app.inject({ method: 'GET', url });
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([
    url.endsWith('%00') ? 401 : 400,
    'application/problem+json; charset=utf-8',
  ]);
});

test.each([
  ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
  ['a zero character', Buffer.from('{"version":"\\u0000"}')],
  ['half a surrogate pair', Buffer.from('{"\\ud800":1}')],
])('a body with %s is refused', async (_name, payload) => {
  const { app } = await openTestApp();
  const headers = { 'content-type': 'application/json' };
  const answer = await app.inject({ method: 'POST', url: '/v1/registrations', headers, payload });
  expect([answer.statusCode, answer.json().code]).toEqual([400, 'input_invalid']);
});

test('who calls too often is told when to come back', async () => {
  const { app } = await openTestApp({ limits: { ...WIDE_LIMITS, openPerMinute: 3 } });
  const ask = () => app.inject({ method: 'GET', url: '/v1/terms' });
  await ask();
  await ask();
  expect((await app.inject({ method: 'POST', url: '/v1/sign-ins' })).statusCode).toBe(201);
  const refused = await ask();
  expect(refused.json()).toMatchObject({ code: 'rate_limited', status: 429 });
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
});

test.each([
  [0, 'rate_limited'],
  [1, undefined],
])(
  'behind %i proxies, who writes another address into X-Forwarded-For is %s',
  async (trustedProxies, code) => {
    const { app } = await openTestApp({ limits: { ...WIDE_LIMITS, openPerMinute: 1 }, trustedProxies });
    const ask = (address: string) =>
      app.inject({ method: 'GET', url: '/v1/terms', headers: { 'x-forwarded-for': address } });
    await ask('203.0.113.1');
    expect((await ask('203.0.113.2')).json().code).toBe(code);
    expect((await ask('203.0.113.9, 203.0.113.1')).json().code).toBe('rate_limited');
  },
);

test('a person has a limit of their own, whatever address they come from', async () => {
  const server = await openTestApp({ limits: { ...WIDE_LIMITS, partyPerMinute: 2 } });
  const [one, other] = [await makeDevice(server), await makeDevice(server)];
  await joinFrom(one);
  await joinFrom(other);
  expectOk(await one.client.call('getMember', {}));
  expectOk(await one.client.call('listDevices', {}));
  expect(await one.client.call('getMember', {})).toEqual({ refused: 'rate_limited' });
  expectOk(await other.client.call('getMember', {}));
});

test('the same key and body give the same answer once done; another body or none is refused', async () => {
  const server = await openTestApp();
  const { client } = await makeDevice(server);
  const joined = await makeDevice(server);
  await joinFrom(joined);
  const change = (locale: 'ko' | 'ja', idempotencyKey: string) =>
    joined.client.call('changeSettings', { body: { locale } }, { idempotencyKey });
  const first = expectOk(await change('ko', 'a'));
  expectOk(await change('ja', 'b'));
  expect(expectOk(await change('ko', 'a'))).toEqual(first);
  expect(expectOk(await joined.client.call('getMember', {})).locale).toBe('ja');
  expect(await change('ja', 'a')).toEqual({ refused: 'idempotency_key_reused' });
  expect(await change('ja', ' ')).toEqual({ refused: 'idempotency_key_missing' });
  expect(await client.call('changeSettings', { body: {} })).toEqual({ refused: 'session_missing' });
  const [row] = await server.services
    .directory`select t::text as row from idempotency_keys t where key = 'a'`;
  expect(row?.row).not.toContain(first.uniqueAddress);
});

test('two calls at once under one key change once', async () => {
  const server = await openTestApp();
  const device = await makeDevice(server);
  await joinFrom(device);
  const put = () =>
    device.client.call(
      'putKeyring',
      { body: { keyring: { sealed: 's', version: 1 } } },
      { idempotencyKey: 'one' },
    );
  expect(await Promise.all([put(), put(), put()])).toEqual([{ ok: {} }, { ok: {} }, { ok: {} }]);
});

test('a fault tells the caller nothing and the log no value', async () => {
  const server = await openTestApp();
  await server.databases.directory`alter table challenges rename to hidden`;
  const answer = await server.app.inject({ method: 'POST', url: '/v1/registrations' });
  expect(answer.statusCode).toBe(500);
  expect(answer.json()).toEqual({ type: 'about:blank', title: 'Internal Server Error', status: 500 });
  const line = server.log.lines.find(text => text.includes('call_failed'));
  expect(JSON.parse(line ?? '{}')).toMatchObject({ operation: 'beginRegistration', code: '42P01' });
});

test('the log has one line per call, with its operation and without its query', async () => {
  const server = await openTestApp();
  await server.app.inject({ method: 'GET', url: '/v1/terms?name=Okonkwo' });
  const lines = server.log.lines.filter(line => line.includes('"event":"call"'));
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '{}')).toMatchObject({ operation: 'getTerms', method: 'GET', status: 200 });
  expect(lines[0]).not.toContain('Okonkwo');
});

test('OpenAPI 3.1 describes every operation with its refusals', async () => {
  const { app } = await openTestApp();
  const description = (await app.inject({ method: 'GET', url: '/openapi.json' })).json();
  expect(description.openapi).toBe('3.1.1');
  const Described = z.object({ operationId: z.string(), responses: z.record(z.string(), z.unknown()) });
  const described = Object.values<object>(description.paths).flatMap(path => Object.values(path));
  const ids = described.map(operation => Described.parse(operation).operationId);
  expect(ids.sort()).toEqual(Object.keys(CONTRACT).sort());
  expect(JSON.stringify(description.paths['/v1/me'].patch)).toContain('idempotency_key_reused');
});

test('pages may run our own files only and stand in no frame', async () => {
  const { app } = await openTestApp();
  const { headers } = await app.inject({ method: 'GET', url: '/v1/terms' });
  expect(headers['content-security-policy']).toContain("default-src 'none';script-src 'self'");
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' });
});
