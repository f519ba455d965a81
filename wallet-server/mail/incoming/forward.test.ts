import { simpleParser } from 'mailparser';
import type { SendMailOptions } from 'nodemailer';
import { describe, expect, it } from 'vitest';
import { deriveSealingKeys } from '#shared/crypto/seal.ts';
import { openMail } from '#shared/crypto/seal-mail.ts';
import { addMailDomain, composeSigned, deliverRaw } from '#tests/fixtures/mail-world.ts';
import {
  MAIL_DOMAIN,
  MAILBOX,
  type PostOfficeOptions,
  preparePostOffice,
} from '#tests/fixtures/post-office.ts';
import { keepSealed, listMails } from '../sealed-mails.ts';
import { authenticateMail } from './authenticate-mail.ts';
import { makeResolver } from './resolver.ts';

const SHOP_MAIL: SendMailOptions = {
  from: '"Kestrel Audio" <orders@kestrel.example>',
  subject: 'Your order KA-204918 — 감사합니다',
  messageId: '<order-1@kestrel.example>',
  html: '<h1>Thank you</h1><p>Order <b>KA-204918</b> is packed.</p>',
  headers: {
    'Disposition-Notification-To': 'orders@kestrel.example',
    'List-Unsubscribe': '<mailto:out@kestrel.example>',
    'X-Customer': 'c-17',
  },
};

async function prepareShopMail(options: PostOfficeOptions = {}) {
  const keys = await deriveSealingKeys(new Uint8Array(32).fill(9));
  const office = await preparePostOffice({
    ...options,
    owner: { readingKey: keys.publicKey, ...options.owner },
  });
  const shop = addMailDomain(office.dns, 'kestrel.example');
  const { uniqueAddress, personId } = office.owner;
  const deliver = async (change: SendMailOptions = {}, signer: typeof shop | null = shop) => {
    office.clock.nowMs += 1000;
    const raw = await composeSigned({ ...SHOP_MAIL, to: uniqueAddress, ...change }, signer);
    await deliverRaw(office.port, { from: 'bounces@kestrel.example', to: uniqueAddress }, raw);
    await office.run();
    return raw;
  };
  const list = async (limit = 20, before?: string) => {
    const party = { personId, deviceId: 'd', sessionId: 's' };
    const signal = new AbortController().signal;
    const call = { party, params: undefined, query: { limit, before }, body: undefined, signal };
    const answer = await listMails(office.services, call);
    return 'ok' in answer ? answer.ok.mails : [];
  };
  return { ...office, keys, shop, deliver, list };
}

describe("a shop's mail to a unique address", () => {
  it('S25: reaches the real mailbox, and nothing in it leads past us back to the shop', async () => {
    const office = await prepareShopMail();
    await office.deliver();
    const [forwarded] = await office.listSent();
    expect(forwarded?.envelope.to).toBe(MAILBOX);
    expect(forwarded?.envelope.from).toMatch(/^bounce\+[0-9a-f-]{36}@mail\.wayveil\.example$/);
    const { parsed, raw } = forwarded ?? {};
    expect(parsed?.subject).toBe(SHOP_MAIL.subject);
    expect(parsed?.html).toContain('<b>KA-204918</b>');
    expect(parsed?.from?.value[0]?.name).toBe('Kestrel Audio via Wayveil');
    expect(parsed?.from?.value[0]?.address).toMatch(/^relay\+[0-9a-f-]{36}@mail\.wayveil\.example$/);
    expect(parsed?.replyTo?.value[0]?.address).toBe(parsed?.from?.value[0]?.address);
    expect(raw?.toString()).not.toMatch(/disposition|unsubscribe|x-customer|orders@kestrel/i);
  });

  it('S25: pushes out the oldest one where a thousand are kept', async () => {
    const office = await prepareShopMail();
    const { personId } = office.owner;
    await office.directory`
      insert into sealed_mails (id, person_id, received_at_ms, sender_domain, enc, ciphertext)
      select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, ${personId}, n, 'kestrel.example', '', ''
      from generate_series(1, 1000) as n`;
    await office.deliver();
    const kept = await office.directory`select received_at_ms from sealed_mails order by id`;
    expect(kept).toHaveLength(1000);
    expect(kept[0]).toEqual({ received_at_ms: 2n });
    expect(kept.at(-1)).toEqual({ received_at_ms: BigInt(office.clock.nowMs) });
  });

  it('S25: pushes out none where it comes to be kept twice', async () => {
    const office = await prepareShopMail();
    const raw = await office.deliver();
    const [{ id = '' } = {}] = await office.list();
    await office.directory`
      insert into sealed_mails (id, person_id, received_at_ms, sender_domain, enc, ciphertext)
      select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, ${office.owner.personId}, n, 'kestrel.example', '', ''
      from generate_series(1, 999) as n`;
    const address = 'orders@kestrel.example';
    await keepSealed(office.services, office.owner, {
      mail: { id, receivedAtMs: office.clock.nowMs },
      parsed: await simpleParser(raw),
      sender: { name: 'Kestrel Audio', address, domain: 'kestrel.example', replyTo: address },
    });
    expect(await office.directory`select id from sealed_mails`).toHaveLength(1000);
  });

  it('S25: is kept so that only its reader opens it', async () => {
    const office = await prepareShopMail();
    await office.deliver();
    const [mail] = await office.list();
    if (!mail) throw new Error('no mail is kept');
    expect(mail).toMatchObject({ senderDomain: 'kestrel.example', receivedAtMs: office.clock.nowMs });
    expect(await openMail(office.keys.privateKey, mail)).toEqual({
      from: 'Kestrel Audio <orders@kestrel.example>',
      subject: SHOP_MAIL.subject,
      text: expect.stringContaining('Order KA-204918 is packed.'),
      receivedAtMs: office.clock.nowMs,
    });
    const kept = await office.directory`select sealed from inbound_mails where sealed is not null`;
    expect(kept).toHaveLength(0);
  });

  it('S25: is listed newest first, page by page', async () => {
    const office = await prepareShopMail();
    for (const number of [1, 2, 3]) await office.deliver({ messageId: `<${number}@kestrel.example>` });
    const [newest, middle] = await office.list(2);
    expect(newest?.receivedAtMs).toBeGreaterThan(middle?.receivedAtMs ?? 0);
    expect(await office.list(20, middle?.id)).toHaveLength(1);
  });

  it('S25: is forwarded and not kept while its reader has no key yet', async () => {
    const office = await prepareShopMail({ owner: { readingKey: null } });
    await office.deliver();
    expect(await office.list()).toEqual([]);
    expect(await office.listSent()).toHaveLength(1);
  });

  it('S25: delivered twice reaches the mailbox once', async () => {
    const office = await prepareShopMail();
    const raw = await office.deliver();
    office.clock.nowMs += 1000;
    await deliverRaw(office.port, { from: 'bounces@kestrel.example', to: office.owner.uniqueAddress }, raw);
    await office.run();
    expect(await office.listSent()).toHaveLength(1);
    expect(await office.list()).toHaveLength(1);
  });

  it('S25: of an unproven sender says so', async () => {
    const office = await prepareShopMail();
    await office.deliver({}, null);
    const [forwarded] = await office.listSent();
    expect(forwarded?.parsed.from?.value[0]?.name).toBe('Kestrel Audio (sender not proven) via Wayveil');
  });

  it('S25: names its sender in the language of the reader', async () => {
    const office = await prepareShopMail({ owner: { locale: 'ko' } });
    await office.deliver({ from: '"한옥 상점" <orders@kestrel.example>' });
    const [forwarded] = await office.listSent();
    expect(forwarded?.parsed.from?.value[0]?.name).toBe('한옥 상점 (Wayveil 경유)');
  });

  it('S25: that we forwarded before goes no further', async () => {
    const office = await prepareShopMail();
    await office.deliver({ headers: { 'X-Wayveil-Forwarded': MAIL_DOMAIN } });
    expect(await office.listSent()).toEqual([]);
    const rows = await office.directory`select outcome from inbound_mails`;
    expect(rows).toEqual([{ outcome: 'loop' }]);
  });

  it('S25: is signed by us when there is a key, content untouched', async () => {
    const records: [name: string, text: string][] = [];
    const dkim = addMailDomain({ setTxt: (...record) => records.push(record) }, MAIL_DOMAIN);
    const office = await prepareShopMail({ settings: { dkim } });
    for (const record of records) office.dns.setTxt(...record);
    await office.deliver();
    const raw = (await office.listSent())[0]?.raw ?? Buffer.alloc(0);
    const resolver = makeResolver(office.dns.address);
    const arrival = { ...{ sender: '', ip: '127.0.0.1', helo: 'mx' }, raw };
    expect(await authenticateMail(arrival, { mailDomain: 'mx.example', resolver })).toMatchObject({
      ...{ signed: true, proven: true },
      from: expect.stringMatching(/^relay\+/),
    });
  });
});

describe("a person's answer to a shop", () => {
  async function prepareAnswer(change: SendMailOptions = {}, signed = true) {
    const office = await prepareShopMail();
    await office.deliver();
    const [forwarded] = await office.listSent();
    const to = forwarded?.parsed.replyTo?.value[0]?.address ?? '';
    const answer: SendMailOptions = {
      ...{
        from: `Jun Haneul <${MAILBOX}>`,
        to,
        subject: 'Re: Your order',
        inReplyTo: '<order-1@kestrel.example>',
      },
      text: `When does it ship?\n\nOn Sat Kestrel wrote to ${MAILBOX.toUpperCase()}:\n> Thank you`,
      html: `<p>When does it ship? ${MAILBOX}</p>`,
      ...change,
    };
    office.clock.nowMs += 1000;
    const raw = await composeSigned(answer, signed ? office.provider : null);
    await deliverRaw(office.port, { from: MAILBOX, to }, raw);
    await office.run();
    return { office, sent: await office.listSent() };
  }

  it('S25: goes out from the unique address, without name and mailbox', async () => {
    const { office, sent } = await prepareAnswer();
    expect(sent).toHaveLength(2);
    const [answer] = sent;
    expect(answer?.envelope.to).toBe('orders@kestrel.example');
    expect(answer?.parsed.from?.text).toBe(office.owner.uniqueAddress);
    expect(answer?.parsed.text).toContain('When does it ship?');
    expect(answer?.parsed.inReplyTo).toBe('<order-1@kestrel.example>');
    expect(answer?.raw.toString()).not.toMatch(/haneul/i);
  });

  it.each([
    ['from somebody else', { from: 'other@provider.example' }, true],
    ['without a signature', {}, false],
    ['from a machine', { headers: { 'Auto-Submitted': 'auto-replied' } }, true],
  ])('S25: %s goes nowhere', async (_, change, signed) => {
    const { sent } = await prepareAnswer(change, signed);
    expect(sent).toHaveLength(1);
  });
});
