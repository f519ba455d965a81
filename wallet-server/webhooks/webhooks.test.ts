import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { describe, expect, onTestFinished, test } from 'vitest';
import { expectOk } from '#tests/fixtures/device.ts';
import { confirm, type Escrow, openEscrow, placeHeld } from '#tests/fixtures/escrow.ts';
import { getWebhookTarget } from '../sellers/find-seller.ts';
import { runDueJobs } from '../storage/jobs/run-due-jobs.ts';
import { makeWebhookJob } from './deliver-webhook.ts';
import { keepAttempt } from './deliveries.ts';
import { postWebhook } from './post-webhook.ts';
import { isPrivateAddress } from './private-addresses.ts';

interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

/** A shop's own server that answers with the statuses given, the last one for ever. */
async function openShop(statuses: number[]): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    received.push({ headers: request.headers, body });
    const status = statuses[Math.min(received.length, statuses.length) - 1] ?? 200;
    response.writeHead(status, { location: 'http://127.0.0.1:1/elsewhere' }).end('x'.repeat(100_000));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { url: `http://shop.localhost:${(server.address() as AddressInfo).port}/hooks`, received };
}

async function runJobs({ app }: Escrow): Promise<number> {
  const { directory, clock, log } = app.services;
  const handlers = { webhook: makeWebhookJob(app.services) };
  return await runDueJobs({ sql: directory, clock, logger: log, handlers });
}

const listed = async (escrow: Escrow) =>
  expectOk(await escrow.call('listWebhookDeliveries')).deliveries.map(({ event, state, attempts }) => ({
    ...{ event, state, attempts },
  }));

describe('messages to a shop', () => {
  test('S31 S36: each stage is told, signed by the Standard Webhooks rules, without personal data', async () => {
    const shop = await openShop([200]);
    const escrow = await openEscrow(shop.url);
    await escrow.deposit(10_000n);
    await confirm(escrow, await placeHeld(escrow));
    await runJobs(escrow);
    const target = await getWebhookTarget(escrow.app.services, escrow.sellerId);
    expect(shop.received).toHaveLength(2);
    for (const { headers, body } of shop.received) {
      const signed = new Webhook(target?.secret ?? '').sign(
        String(headers['webhook-id']),
        new Date(Number(headers['webhook-timestamp']) * 1000),
        body,
      );
      expect(headers['webhook-signature']).toBe(signed);
      expect(body).not.toMatch(/Haneul|Thistlewood|mailbox\.example/);
      expect(body).not.toContain(escrow.member.uniqueAddress);
    }
    expect(shop.received.map(({ body }) => JSON.parse(body).type)).toEqual([
      ...['purchase.order_received', 'purchase.identity_confirmed'],
    ]);
  });

  test('S36: what a shop does not take is tried again by the clock, after a restart too', async () => {
    const shop = await openShop([500, 302, 200]);
    const escrow = await openEscrow(shop.url);
    await placeHeld(escrow);
    const told = { event: 'purchase.order_received' };
    await runJobs(escrow);
    expect(await listed(escrow)).toEqual([{ ...told, state: 'waiting', attempts: 1 }]);
    expect(await runJobs(escrow)).toBe(0);
    escrow.wait(5 * 60_000);
    await runJobs(escrow);
    expect(await listed(escrow)).toEqual([{ ...told, state: 'waiting', attempts: 2 }]);
    escrow.wait(10 * 60_000);
    await runJobs(escrow);
    expect(await listed(escrow)).toEqual([{ ...told, state: 'delivered', attempts: 3 }]);
    expect(new Set(shop.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  test('a message is sent once more when its shop asks, and nobody else may ask', async () => {
    const shop = await openShop([200]);
    const escrow = await openEscrow(shop.url);
    await placeHeld(escrow);
    await runJobs(escrow);
    const [delivery] = expectOk(await escrow.call('listWebhookDeliveries')).deliveries;
    const params = { deliveryId: delivery?.id ?? '' };
    const party = { sellerId: '01890000-0000-7000-8000-000000000001' };
    expect(await escrow.call('resendWebhook', { params, party })).toEqual({ refused: 'not_found' });
    expectOk(await escrow.call('resendWebhook', { params }));
    await runJobs(escrow);
    expect(shop.received).toHaveLength(2);
  });

  test('a message is sent again ten times a day and no more, though they be asked for at once', async () => {
    const shop = await openShop([200]);
    const escrow = await openEscrow(shop.url);
    await placeHeld(escrow);
    await runJobs(escrow);
    const [delivery] = expectOk(await escrow.call('listWebhookDeliveries')).deliveries;
    const params = { deliveryId: delivery?.id ?? '' };
    const ask = () => escrow.call('resendWebhook', { params });
    const asked = await Promise.all(Array.from({ length: 12 }, ask));
    expect(asked.filter(answer => 'ok' in answer)).toHaveLength(10);
    expect(await ask()).toEqual({ refused: 'rate_limited' });
    escrow.wait(24 * 3_600_000);
    expectOk(await ask());
  });

  test('an attempt that fails beside another one that arrived leaves the message delivered', async () => {
    const escrow = await openEscrow('http://shop.localhost/hooks');
    await placeHeld(escrow);
    const { directory } = escrow.app.services;
    const [delivery] = expectOk(await escrow.call('listWebhookDeliveries')).deliveries;
    const id = delivery?.id ?? '';
    await keepAttempt(directory, id, { state: 'delivered', lastStatus: 200, nextAttemptAtMs: null });
    await keepAttempt(directory, id, { state: 'waiting', lastStatus: 500, nextAttemptAtMs: 1 });
    const kept = expectOk(await escrow.call('listWebhookDeliveries')).deliveries;
    const delivered = { state: 'delivered', lastStatus: 200, nextAttemptAtMs: null, attempts: 2 };
    expect(kept).toEqual([expect.objectContaining(delivered)]);
  });

  test('a shop without an address gets no messages', async () => {
    const escrow = await openEscrow();
    await placeHeld(escrow);
    await runJobs(escrow);
    expect(await listed(escrow)).toEqual([]);
  });
});

describe('where messages may go', () => {
  test.each([
    ...['127.0.0.1', '10.1.2.3', '172.20.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0'],
    ...['::1', '::', 'fe80::1', 'fd00::1', '::ffff:127.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::'],
  ])('%s is private', address => {
    expect(isPrivateAddress(address)).toBe(true);
  });

  test.each(['8.8.8.8', '93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946'])('%s is public', address => {
    expect(isPrivateAddress(address)).toBe(false);
  });

  test.each(['http://127.0.0.1:9/', 'http://[::1]:9/', 'http://shop.localhost:9/', 'http://2130706433:9/'])(
    '%s is refused',
    async url => {
      const post = {
        url,
        headers: {},
        body: '',
        toPrivateHosts: false,
        signal: new AbortController().signal,
      };
      await expect(postWebhook(post)).rejects.toMatchObject({ code: 'address_private' });
    },
  );
});
