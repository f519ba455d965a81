import type { SendMailOptions } from 'nodemailer';
import { expect, it } from 'vitest';
import { startRelay } from '#tests/fixtures/mail-relay.ts';
import { addMailDomain, composeSigned, deliverRaw } from '#tests/fixtures/mail-world.ts';
import { preparePostOffice, SIGNING_ID } from '#tests/fixtures/post-office.ts';
import { enqueueJobs } from '../../storage/jobs/enqueue-jobs.ts';

const MOST = 2;

/** A post office whose member a shop writes to until nothing more of it gets through within the hour. */
async function prepareFlooded() {
  const relay = await startRelay({ code: null });
  const office = await preparePostOffice({ settings: { relayUrl: relay.url, mailsPerHour: MOST } });
  const shop = addMailDomain(office.dns, 'kestrel.example');
  const { uniqueAddress: to } = office.owner;
  for (let count = 0; count < MOST; count += 1) {
    const mail: SendMailOptions = {
      from: 'orders@kestrel.example',
      to,
      text: 'Sale',
      messageId: `<${count}@k>`,
    };
    await deliverRaw(office.port, { from: 'orders@kestrel.example', to }, await composeSigned(mail, shop));
  }
  await office.run();
  expect(relay.taken).toHaveLength(MOST);
  const send = async (kind: string, key: string, payload: object) => {
    const { nowMs } = office.clock;
    await enqueueJobs(office.directory, [{ kind, key, payload, runAtMs: nowMs }], nowMs);
    await office.run();
    return relay.taken.length;
  };
  const writePurchase = (key: string) =>
    send('mail_confirmation_request', key, { purchaseId: office.purchase.id });
  return { relay, send, writePurchase };
}

it('S29: a shop that fills its hour in a mailbox holds up no code', async () => {
  const office = await prepareFlooded();
  expect(await office.writePurchase('a')).toBe(MOST + 1);
});

it('S57: neither mails nor orders hold up a warning about the account', async () => {
  const office = await prepareFlooded();
  for (const key of ['a', 'b', 'c']) await office.writePurchase(key);
  expect(office.relay.taken).toHaveLength(2 * MOST);
  expect(await office.send('mail_passkey_changed', SIGNING_ID, { signingId: SIGNING_ID })).toBe(2 * MOST + 1);
});
