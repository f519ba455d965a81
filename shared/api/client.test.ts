import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { CallFault, createClient } from './client.ts';
import { CONTRACT } from './contract.ts';
import { ROUTES } from './routes.ts';

const ORIGIN = 'http://wallet.localhost:1';

function fakeFetch(response: () => Response) {
  const requests: Request[] = [];
  const fetch = async (url: string | URL | Request, init?: RequestInit) => {
    requests.push(new Request(url, init));
    return response();
  };
  return { requests, fetch };
}

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

test('every row of the contract has a route, in the same words', () => {
  const rows = Object.entries(CONTRACT).map(([name, row]) => [name, `${row.method} ${row.path}`]);
  expect(ROUTES).toEqual(Object.fromEntries(rows));
});

test('a call fills the path, sends the body and what authorises it, and gives the answer', async () => {
  const { fetch, requests } = fakeFetch(() => json({ order: { id: 'o' } }));
  const authorize = async ({ url }: { url: string }) => ({ dpop: `proof of ${url}` });
  const client = createClient({ origin: ORIGIN, fetch, authorize });
  const body = { waybill: 'KES-1234', carrier: 'Swift' };
  const outcome = await client.call(
    'shipOrder',
    { params: { orderNumber: 'A/7' }, body },
    { idempotencyKey: 'k' },
  );
  expect(outcome).toEqual({ ok: { order: { id: 'o' } } });
  const [request] = requests;
  expect(request?.url).toBe(`${ORIGIN}/v1/orders/A%2F7/shipment`);
  expect(request?.method).toBe('POST');
  expect(request?.headers.get('dpop')).toBe(`proof of ${ORIGIN}/v1/orders/A%2F7/shipment`);
  expect(request?.headers.get('idempotency-key')).toBe('k');
  expect(await request?.json()).toEqual(body);
});

test('a query goes into the address but not into the proof, and only where given', async () => {
  const { fetch, requests } = fakeFetch(() => json({ purchases: [] }));
  const urls: string[] = [];
  const authorize = async ({ url }: { url: string }) => {
    urls.push(url);
    return {};
  };
  const client = createClient({ origin: ORIGIN, fetch, authorize });
  await client.call('listPurchases', { query: { limit: 5, before: undefined } });
  expect(requests[0]?.url).toBe(`${ORIGIN}/v1/purchases?limit=5`);
  expect(urls).toEqual([`${ORIGIN}/v1/purchases`]);
  expect(requests[0]?.headers.has('idempotency-key')).toBe(false);
});

test('a refusal is returned, never thrown', async () => {
  const { fetch } = fakeFetch(() => json({ code: 'session_expired', status: 401 }, 401));
  const client = createClient({ origin: ORIGIN, fetch });
  expect(await client.call('getMember', {})).toEqual({ refused: 'session_expired' });
});

test('no answer and an answer outside the contract are faults that say whether to try again', async () => {
  const gone = createClient({
    origin: ORIGIN,
    fetch: async () => {
      throw new TypeError('down');
    },
  });
  await expect(gone.call('getMember', {})).rejects.toMatchObject({ name: 'CallFault', retriable: true });
  const strange = createClient({ origin: ORIGIN, fetch: fakeFetch(() => json({}, 404)).fetch });
  await expect(strange.call('getMember', {})).rejects.toMatchObject({ retriable: false });
});

test('a stream gives each event decoded and ends with the server', async () => {
  const text = ': hello\n\ndata: {"version":1}\n\ndata: {"version":2}\n\n';
  const { fetch } = fakeFetch(() => new Response(text));
  const client = createClient({ origin: ORIGIN, fetch });
  const outcome = await client.stream('streamPurchases', {});
  if ('refused' in outcome) throw new CallFault('refused', { retriable: false });
  const versions: unknown[] = [];
  for await (const view of outcome.ok) versions.push(view);
  expect(versions).toEqual([{ version: 1 }, { version: 2 }]);
});

test('our own part of the client weighs at most 2.5 kB with the paths of every operation, and brings no schema', async () => {
  const entry = fileURLToPath(new URL('./client.ts', import.meta.url));
  const lib = { entry, formats: ['es' as const] };
  const rolldownOptions = { external: ['eventsource-parser/stream'] };
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib, rolldownOptions },
  });
  const outputs = [built].flat().flatMap(part => ('output' in part ? part.output : []));
  const code = outputs.map(part => (part.type === 'chunk' ? part.code : '')).join('');
  expect(code).not.toContain('ZodType');
  expect(gzipSync(code).length).toBeLessThanOrEqual(2560);
});
