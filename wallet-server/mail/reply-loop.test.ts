import { expect, it, onTestFinished } from 'vitest';
import { MAILBOX, preparePostOffice } from '#tests/fixtures/post-office.ts';
import { startDns } from '#tests/world/dns.ts';
import { startMailProvider } from '#tests/world/mailbox.ts';
import { type ReplyChanges, replyTo } from '#tests/world/reply.ts';
import { enqueueJobs } from '../storage/jobs/enqueue-jobs.ts';

/** The request goes out by a relay to the person's own provider, and the reply comes back from there. */
async function exchange(changes: ReplyChanges) {
  const dns = await startDns();
  const provider = await startMailProvider({ domain: 'provider.example', dns });
  onTestFinished(() => Promise.all([dns.close(), provider.close()]).then(() => undefined));
  const relayUrl = `smtp://${provider.host.host}:${provider.host.port}`;
  const office = await preparePostOffice({ settings: { relayUrl, dnsServer: dns.address } });
  const { purchase, clock, directory } = office;
  const job = { kind: 'mail_confirmation_request', key: purchase.id, runAtMs: clock.nowMs };
  await enqueueJobs(directory, [{ ...job, payload: { purchaseId: purchase.id } }], clock.nowMs);
  await office.run();
  const request = await provider.waitForMail(({ envelopeTo }) => envelopeTo.includes(MAILBOX));
  clock.nowMs += 1000;
  await replyTo(provider, request, { host: '127.0.0.1', port: office.port }, changes);
  await office.run();
  return { ...office, provider };
}

it('S30: a mail program replies as it is through a real provider, and the purchase is confirmed', async () => {
  const { purchase } = await exchange({});
  expect(purchase).toMatchObject({ state: 'identity_confirmed', confirmedBy: 'reply' });
});

it.each<[string, ReplyChanges]>([
  ['signed with a key that nobody published', { signature: 'wrong_key' }],
  ['unsigned', { signature: 'none' }],
  ['changed after it was signed', { tamper: raw => raw.replace('48,000', '49,000') }],
  ['with a wrong code', { subject: 'Re: yes', mutate: body => body.replaceAll('482913', '111111') }],
  ['that says no', { text: 'I did not order this.' }],
])('S30: a reply %s through a real provider moves nothing', async (_, changes) => {
  const { purchase } = await exchange(changes);
  expect(purchase).toMatchObject({ state: 'order_received', confirmedBy: null });
});
