import { Resolver } from 'node:dns/promises';
import { authenticate } from 'mailauth';
import { expect, onTestFinished, test } from 'vitest';
import { type DnsServer, startDns } from './dns.ts';
import { type MailProvider, type ReceivedMail, startMailProvider } from './mailbox.ts';
import { type ReplyChanges, replyTo } from './reply.ts';
import { sendMail } from './send-mail.ts';

interface MailWorld {
  readonly dns: DnsServer;
  readonly shopper: MailProvider;
  readonly service: MailProvider;
}

async function startMailWorld(): Promise<MailWorld> {
  const dns = await startDns();
  const shopper = await startMailProvider({ domain: 'post.test', dns });
  const service = await startMailProvider({ domain: 'service.test', dns });
  onTestFinished(() => Promise.all([dns.close(), shopper.close(), service.close()]).then(() => undefined));
  return { dns, shopper, service };
}

/** The service asks, the shopper answers; gives the answer as the service got it. */
async function exchange(world: MailWorld, changes: ReplyChanges): Promise<ReceivedMail> {
  const { shopper, service } = world;
  const question = {
    from: 'ask@service.test',
    to: 'ann@post.test',
    subject: 'Confirm 1234',
    text: 'Reply to this.',
  };
  await service.send(question, shopper.host);
  const mail = await shopper.waitForMail(({ envelopeTo }) => envelopeTo.includes('ann@post.test'));
  await replyTo(shopper, mail, service.host, changes);
  return service.waitForMail(() => true);
}

/** What real verification says of a mail. */
async function judge(
  { dns }: MailWorld,
  mail: ReceivedMail,
): Promise<{ dkim: string; dmarc: string; spf: string }> {
  const resolver = new Resolver();
  resolver.setServers([dns.address]);
  const verdict = await authenticate(mail.raw, {
    ip: '127.0.0.1',
    helo: 'post.test',
    sender: mail.envelopeFrom,
    resolver: (name: string, type: string) => resolver.resolve(name, type) as Promise<string[][]>,
  });
  return {
    dkim: verdict.dkim.results[0]?.status.result ?? 'none',
    dmarc: readStatus(verdict.dmarc),
    spf: readStatus(verdict.spf),
  };
}

test('a reply as it is passes DKIM, SPF and DMARC and answers the mail it quotes', async () => {
  const world = await startMailWorld();
  const reply = await exchange(world, {});
  expect(await judge(world, reply)).toEqual({ dkim: 'pass', dmarc: 'pass', spf: 'pass' });
  expect(reply.parsed.subject).toBe('Re: Confirm 1234');
  expect(reply.parsed.inReplyTo).toBe(world.shopper.mails()[0]?.parsed.messageId);
  expect(reply.parsed.text).toContain('> Reply to this.');
  expect(reply.envelopeFrom).toBe('ann@post.test');
});

test('a reply signed with an unpublished key fails DKIM', async () => {
  const world = await startMailWorld();
  expect(await judge(world, await exchange(world, { signature: 'wrong_key' }))).toMatchObject({
    dkim: 'fail',
  });
});

test('a reply that was changed on its way fails DKIM', async () => {
  const world = await startMailWorld();
  const reply = await exchange(world, { tamper: raw => raw.replace('Reply to this.', 'Reply to that.') });
  expect(await judge(world, reply)).toMatchObject({ dkim: 'neutral' });
});

test('a reply without signature and with a foreign sender fails DMARC', async () => {
  const world = await startMailWorld();
  const reply = await exchange(world, { signature: 'none', envelopeFrom: 'eve@elsewhere.test' });
  expect(reply.envelopeFrom).toBe('eve@elsewhere.test');
  expect(await judge(world, reply)).toMatchObject({ dkim: 'none', dmarc: 'fail' });
});

test('a reply in the name of somebody else at another domain fails DMARC', async () => {
  const world = await startMailWorld();
  world.dns.setTxt('_dmarc.other.test', 'v=DMARC1; p=reject');
  expect(await judge(world, await exchange(world, { from: 'bob@other.test' }))).toMatchObject({
    dmarc: 'fail',
  });
});

test('the provider takes mail for its own domain only', async () => {
  const { shopper } = await startMailWorld();
  const stray = { from: 'a@service.test', to: 'b@nowhere.test', subject: 'x', text: 'y', signature: null };
  await expect(sendMail(stray, shopper.host)).rejects.toThrow('no such mailbox');
});

/** What mailauth found; `false` where it did not look. */
function readStatus(found: false | { status: { result?: string | undefined } } | undefined): string {
  return (found ? found.status.result : undefined) || 'none';
}
