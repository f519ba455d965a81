import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { MAILBOX, preparePostOffice } from '#tests/fixtures/post-office.ts';
import { enqueueJobs } from '../../storage/jobs/enqueue-jobs.ts';
import { type OutboxMailJson, registerOutboxPages } from './outbox-pages.ts';

async function prepareOutbox() {
  const office = await preparePostOffice({ purchase: { description: '<script>alert(1)</script>' } });
  const { purchase, clock, directory } = office;
  const job = { kind: 'mail_confirmation_request', key: purchase.id, runAtMs: clock.nowMs };
  await enqueueJobs(directory, [{ ...job, payload: { purchaseId: purchase.id } }], clock.nowMs);
  await office.run();
  const app = Fastify();
  await registerOutboxPages(app, office.services);
  const headers = { host: 'wallet.localhost:8477' };
  const get = (url: string, change: Record<string, string> = {}) =>
    app.inject({ method: 'GET', url, headers: { ...headers, ...change } });
  return { ...office, app, get };
}

describe('the outbox', () => {
  it('S29: lists the mails and shows each one whole', async () => {
    const { get, purchase } = await prepareOutbox();
    const list = await get('/outbox');
    expect(list.statusCode).toBe(200);
    expect(list.body).toContain('[482913] Confirm ₩48,000 to Kestrel Audio');
    const { mails } = (await get('/outbox.json')).json<{ mails: OutboxMailJson[] }>();
    expect(mails).toHaveLength(1);
    const [mail] = mails;
    expect(mail).toMatchObject({
      to: MAILBOX,
      replyTo: `confirm+${purchase.id}@mail.wayveil.example`,
      from: 'Wayveil <confirm@mail.wayveil.example>',
    });
    const page = await get(`/outbox/${mail?.id}`);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('sandbox=""');
    expect(page.body).not.toContain('<script');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  });

  it.each([
    ['a proxy brought', { 'x-forwarded-for': '203.0.113.7' }],
    ['a name from elsewhere brought', { host: 'evil.example' }],
  ])('answers nobody whom %s', async (_, headers) => {
    const { get } = await prepareOutbox();
    for (const url of ['/outbox', '/outbox.json']) expect((await get(url, headers)).statusCode).toBe(404);
  });

  it('answers no caller of another machine', async () => {
    const { app } = await prepareOutbox();
    const headers = { host: 'wallet.localhost' };
    const answer = await app.inject({ url: '/outbox', headers, remoteAddress: '203.0.113.7' });
    expect(answer.statusCode).toBe(404);
  });

  it('says so where a mail is missing', async () => {
    const { get } = await prepareOutbox();
    expect((await get('/outbox/0193a1b2-0000-7000-8000-000000000000')).statusCode).toBe(404);
    expect((await get('/outbox/x')).statusCode).toBe(404);
  });
});
