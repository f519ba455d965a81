import { describe, expect, it } from 'vitest';
import { prepareRequest } from '#tests/fixtures/confirmation-request.ts';
import { composeSigned, deliverRaw } from '#tests/fixtures/mail-world.ts';
import { MAIL_DOMAIN, MAILBOX } from '#tests/fixtures/post-office.ts';

describe('the door', () => {
  it('S29: mail for an address that nobody has is refused at once', async () => {
    const office = await prepareRequest();
    const raw = await composeSigned(office.makeReply(), office.provider);
    for (const to of [
      `nobody@${MAIL_DOMAIN}`,
      'confirm+0193a1b2-0000-7000-8000-000000000000@mail.wayveil.example',
      'kx4t9qm2@elsewhere.example',
    ]) {
      await expect(deliverRaw(office.port, { from: MAILBOX, to }, raw)).rejects.toThrow(/550/);
    }
    expect(await office.listOutcomes()).toEqual([]);
  });

  it('S29: a reply that is too large is refused, and so is one among other recipients', async () => {
    const office = await prepareRequest({ settings: { maxReplyBytes: 5000 } });
    const raw = await composeSigned(office.makeReply({ text: 'x'.repeat(6000) }), office.provider);
    await expect(deliverRaw(office.port, { from: MAILBOX, to: office.to }, raw)).rejects.toThrow(/552/);
    expect(await office.listOutcomes()).toEqual([]);
  });

  it('takes so many mails an hour for one address, and asks whoever sends more to try again later', async () => {
    const office = await prepareRequest({ settings: { mailsPerHour: 2 } });
    const raw = await composeSigned(office.makeReply(), null);
    const send = (to: string) => deliverRaw(office.port, { from: MAILBOX, to }, raw);
    await send(office.to);
    await send(office.to);
    await expect(send(office.to)).rejects.toThrow(/450/);
    await send(office.owner.uniqueAddress);
    await office.run();
    expect(await office.listOutcomes()).toHaveLength(3);
    office.clock.nowMs += 3_600_000;
    await send(office.to);
  });

  it('a mail that cannot be kept is not acknowledged: the sender tries again', async () => {
    const office = await prepareRequest();
    const raw = await composeSigned(office.makeReply(), office.provider);
    await office.directory`alter table inbound_mails rename to inbound_mails_away`;
    await expect(deliverRaw(office.port, { from: MAILBOX, to: office.to }, raw)).rejects.toThrow(/451/);
    await office.directory`alter table inbound_mails_away rename to inbound_mails`;
    await deliverRaw(office.port, { from: MAILBOX, to: office.to }, raw);
    await office.run();
    expect(await office.listOutcomes()).toEqual(['confirmed']);
  });
});
