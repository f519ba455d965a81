import { describe, expect, it } from 'vitest';
import { prepareRequest } from '#tests/fixtures/confirmation-request.ts';
import { addMailDomain, composeSigned, deliverRaw } from '#tests/fixtures/mail-world.ts';
import { MAILBOX } from '#tests/fixtures/post-office.ts';

type Request = Awaited<ReturnType<typeof prepareRequest>>;

/** Nothing moved: the order waits as before, and how many mails went out after the request. */
async function expectUnmoved({ purchase, listSent }: Request, answers: number) {
  expect(purchase.state).toBe('order_received');
  expect(await listSent()).toHaveLength(1 + answers);
}

describe('a reply to the confirmation request', () => {
  it('S30: a reply as it is, from the real mailbox with its code, confirms', async () => {
    const office = await prepareRequest();
    await office.deliver();
    expect(await office.listOutcomes()).toEqual(['confirmed']);
    expect(office.purchase).toMatchObject({ state: 'identity_confirmed', confirmedBy: 'reply' });
    expect(office.attempts).toEqual([{ senderMatches: true, code: '482913' }]);
    expect(await office.listSent()).toHaveLength(1);
  });

  it('S30: a reply in HTML only, quoted by the mail program, confirms', async () => {
    const office = await prepareRequest();
    const html = `<div dir="auto"><br></div><blockquote>${office.request.parsed.html}</blockquote>`;
    await office.deliver({ subject: 'Re:', text: '', html });
    expect(await office.listOutcomes()).toEqual(['confirmed']);
  });

  it('S30: a code in the subject alone confirms', async () => {
    const office = await prepareRequest();
    await office.deliver({ text: 'Sent from my phone' });
    expect(await office.listOutcomes()).toEqual(['confirmed']);
  });

  it('S30: a code that the person typed into a new mail confirms, and the case of the address does not matter', async () => {
    const office = await prepareRequest();
    await office.deliver({ from: MAILBOX.toLowerCase(), subject: 'code', text: '482913' });
    expect(await office.listOutcomes()).toEqual(['confirmed']);
  });

  it('S30: a reply from another sender with a valid signature is refused and gets no answer', async () => {
    const office = await prepareRequest();
    const other = addMailDomain(office.dns, 'other.example');
    await office.deliver({ from: 'thief@other.example' }, other);
    expect(await office.listOutcomes()).toEqual(['sender_wrong']);
    expect(office.attempts).toEqual([]);
    await expectUnmoved(office, 0);
  });

  it("S30: another person of the same provider is not the mailbox's owner", async () => {
    const office = await prepareRequest();
    await office.deliver({ from: 'someone.else@provider.example' });
    expect(await office.listOutcomes()).toEqual(['sender_wrong']);
    await expectUnmoved(office, 0);
  });

  it('S30: a forged From under a valid signature of another domain is refused', async () => {
    const office = await prepareRequest();
    const other = addMailDomain(office.dns, 'other.example');
    await office.deliver({}, other);
    expect(await office.listOutcomes()).toEqual(['sender_wrong']);
    await expectUnmoved(office, 0);
  });

  it('S30: a forged From is refused where its domain has no DMARC record either', async () => {
    const office = await prepareRequest();
    office.dns.setTxt('_dmarc.provider.example', 'none');
    const other = addMailDomain(office.dns, 'other.example', null);
    await office.deliver({}, other);
    expect(await office.listOutcomes()).toEqual(['sender_wrong']);
    await expectUnmoved(office, 0);
  });

  it('S30: a reply without a signature is refused', async () => {
    const office = await prepareRequest();
    await office.deliver({}, null);
    expect(await office.listOutcomes()).toEqual(['sender_wrong']);
    await expectUnmoved(office, 0);
  });

  it('S30: a signature made with a key that is not in DNS is refused', async () => {
    const office = await prepareRequest();
    const forged = addMailDomain({ setTxt: () => undefined }, 'provider.example');
    await office.deliver({}, forged);
    expect(await office.listOutcomes()).toEqual(['sender_wrong']);
    await expectUnmoved(office, 0);
  });

  it.each([
    ['the body', (raw: string) => raw.replace('On Sat', 'On Sun')],
    ['the subject', (raw: string) => raw.replace('Subject: ', 'Subject: x')],
    ['a second From', (raw: string) => `From: ${MAILBOX}\r\n${raw}`],
  ])('S30: a reply of which %s was changed on the way is refused', async (_, change) => {
    const office = await prepareRequest();
    const raw = await composeSigned(office.makeReply(), office.provider);
    const changed = change(raw.toString('latin1'));
    expect(changed).not.toBe(raw.toString('latin1'));
    await deliverRaw(office.port, { from: MAILBOX, to: office.to }, Buffer.from(changed, 'latin1'));
    await office.run();
    expect(await office.listOutcomes()).toEqual(['sender_wrong']);
    await expectUnmoved(office, 0);
  });

  it('S30: a wrong code is refused, and the owner is told without the right one', async () => {
    const office = await prepareRequest();
    const change = (text: string) => text.replaceAll('482913', '111111');
    await office.deliver({
      subject: change(office.request.parsed.subject ?? ''),
      text: change(office.quoted),
    });
    expect(await office.listOutcomes()).toEqual(['code_wrong']);
    await expectUnmoved(office, 1);
    const [answer] = await office.listSent();
    expect(answer?.parsed.subject).toBe('Not confirmed: ₩48,000 to Kestrel Audio');
    expect(answer?.parsed.inReplyTo).toBe('<reply-1@provider.example>');
    expect(answer?.parsed.headers.get('auto-submitted')).toBe('auto-replied');
    expect(answer?.raw.toString()).not.toContain('482913');
  });

  it('S30: a used code is refused', async () => {
    const office = await prepareRequest();
    await office.deliver();
    await office.deliver({ messageId: '<reply-2@provider.example>' });
    expect(await office.listOutcomes()).toEqual(['confirmed', 'code_used']);
    const [answer] = await office.listSent();
    expect(answer?.parsed.text).toContain('was used before');
  });

  it('S30: a late code is refused', async () => {
    const office = await prepareRequest();
    office.clock.nowMs = office.purchase.confirmByMs + 1;
    await office.deliver();
    expect(await office.listOutcomes()).toEqual(['code_expired']);
    await expectUnmoved(office, 1);
  });

  it('S30: a reply without a code is refused with advice', async () => {
    const office = await prepareRequest();
    await office.deliver({ subject: 'yes', text: 'Yes please' });
    expect(await office.listOutcomes()).toEqual(['code_missing']);
    await expectUnmoved(office, 1);
  });

  it.each([['I did not order this!'], ['No.'], ['취소해 주세요'], ['注文していません']])(
    'S30: a reply that says "%s" confirms nothing',
    async words => {
      const office = await prepareRequest();
      await office.deliver({ text: `${words}\n\nOn Sat, 21 Nov 2026 Wayveil wrote:\n${office.quoted}` });
      expect(await office.listOutcomes()).toEqual(['reply_unclear']);
      expect(office.attempts).toEqual([]);
      await expectUnmoved(office, 1);
    },
  );

  it.each([
    ['a vacation notice', { 'Auto-Submitted': 'auto-replied' }],
    ['an old auto-reply', { Precedence: 'bulk' }],
    ['an autoresponder', { 'X-Autoreply': 'yes' }],
  ])('S30: %s that quotes the code never confirms and is not answered', async (_, headers) => {
    const office = await prepareRequest();
    await office.deliver({ headers });
    expect(await office.listOutcomes()).toEqual(['automatic']);
    expect(office.attempts).toEqual([]);
    await expectUnmoved(office, 0);
  });

  it('S30: the same reply delivered twice has one effect', async () => {
    const office = await prepareRequest();
    const raw = await office.deliver();
    office.clock.nowMs += 1000;
    await deliverRaw(office.port, { from: MAILBOX, to: office.to }, raw);
    await office.run();
    expect(await office.listOutcomes()).toEqual(['confirmed', 'duplicate']);
    expect(office.attempts).toHaveLength(1);
    expect(await office.listSent()).toHaveLength(1);
  });

  it('S30: a forger who knows the Message-ID cannot use it up', async () => {
    const office = await prepareRequest();
    await office.deliver({}, null);
    await office.deliver();
    expect(await office.listOutcomes()).toEqual(['sender_wrong', 'confirmed']);
  });

  it('S30: a reply for an amount above the limit is refused, with the advice to use the passkey', async () => {
    const office = await prepareRequest({ limitMinor: 1000n });
    expect(office.request.parsed.subject).toBe('Confirm ₩48,000 to Kestrel Audio with your passkey');
    expect(office.request.raw.toString()).not.toContain('482913');
    await office.deliver({ text: '482913' });
    expect(await office.listOutcomes()).toEqual(['passkey_required']);
    await expectUnmoved(office, 1);
    expect((await office.listSent())[0]?.parsed.text).toContain('with your passkey');
  });

  it('S30: while DNS does not answer a reply waits, and confirms when it is back', async () => {
    const office = await prepareRequest({ settings: { dnsServer: '127.0.0.1:9' } });
    await office.deliver();
    expect(office.purchase.state).toBe('order_received');
    const [job] =
      await office.directory`select attempts, last_error_code from jobs where kind = 'mail_inbound'`;
    expect(job).toMatchObject({ attempts: 1, last_error_code: 'dns_unsure' });
  });

  it('the real mailbox is in no log line and no row of the directory', async () => {
    const office = await prepareRequest();
    const refused = composeSigned(office.makeReply({ subject: 'no code', text: 'hello' }), office.provider);
    await deliverRaw(office.port, { from: MAILBOX, to: office.to }, await refused);
    const tables = ['outbox_mails', 'inbound_mails', 'sealed_mails', 'relay_addresses', 'jobs'];
    const canaries = [MAILBOX, MAILBOX.toLowerCase(), 'Jun Haneul', '482913', 'Sea Road'];
    const search = async () => {
      const rows = await Promise.all(
        tables.map(table => office.directory`select * from ${office.directory(table)}`),
      );
      const text = rows.flat().flatMap(row => Object.values(row).map(value => readable(value)));
      return [...text, ...office.logged].filter(line => canaries.some(canary => line.includes(canary)));
    };
    expect(await search()).toEqual([]);
    await office.run();
    expect(await search()).toEqual([]);
    expect(office.logged.length).toBeGreaterThan(0);
  });
});

function readable(value: unknown): string {
  if (Buffer.isBuffer(value)) return `${value.toString('latin1')} ${value.toString('utf8')}`;
  return typeof value === 'bigint' ? value.toString() : JSON.stringify(value);
}
