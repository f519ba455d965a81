import { describe, expect, it, onTestFinished } from 'vitest';
import { startRelay } from '#tests/fixtures/mail-relay.ts';
import {
  MAILBOX,
  makePasskeyChange,
  type PostOfficeOptions,
  preparePostOffice,
  SHOP_ID,
  SIGNING_ID,
} from '#tests/fixtures/post-office.ts';
import { announceMailboxChange, settleMailboxChange, TRUSTED_MS } from '../../people/former-mailbox.ts';
import { enqueueJobs } from '../../storage/jobs/enqueue-jobs.ts';
import { MailSettings } from '../mail-settings.ts';
import { openPostOffice } from '../open-post-office.ts';

async function prepareJob(
  kind: string,
  { payload: given, ...options }: PostOfficeOptions & { payload?: object } = {},
) {
  const office = await preparePostOffice(options);
  const enqueue = (key = office.purchase.id) => {
    const { nowMs } = office.clock;
    const payload = given ?? { purchaseId: office.purchase.id };
    return enqueueJobs(office.directory, [{ kind, key, payload, runAtMs: nowMs }], nowMs);
  };
  await enqueue();
  return { ...office, enqueue };
}

/** Enqueues the same job twice; one letter goes to the mailbox, which nobody reads replies to. */
async function sendOnce(kind: string, payload: object) {
  const office = await prepareJob(kind, { payload });
  await office.run();
  await office.enqueue();
  await office.run();
  const [mail, ...more] = await office.listSent();
  expect(more).toEqual([]);
  expect(mail?.envelope.to).toBe(MAILBOX);
  expect(mail?.parsed.replyTo).toBeUndefined();
  return mail;
}

/** Another mailbox was announced, and nobody said yet whether the vault took it; the vault has what `mailbox` says. */
async function prepareMailboxChange() {
  const office = await preparePostOffice();
  const { vault } = office.services;
  const record = await vault.getRecord(office.owner.personId);
  if (record === null || record === 'unreachable') throw new Error('the test has a record');
  const mailbox = { email: 'former@provider.example' };
  Object.assign(vault, { getRecord: async () => ({ ...record, ...mailbox }) });
  await announceMailboxChange(office.services, office.owner.personId, record.email);
  return { ...office, mailbox };
}

describe('mail going out', () => {
  it('S31: the authentication message reaches the buyer once, however often the job runs', async () => {
    const office = await prepareJob('mail_authentication_message', {
      purchase: { state: 'identity_confirmed' },
    });
    await office.run();
    await office.enqueue();
    await office.run();
    const sent = await office.listSent();
    expect(sent.map(mail => mail.parsed.subject)).toEqual(['Identity confirmed: ₩48,000 to Kestrel Audio']);
    expect(sent[0]?.envelope.to).toBe(MAILBOX);
  });

  it('S29: a request says who we are, where replies go, and that a machine wrote it', async () => {
    const office = await prepareJob('mail_confirmation_request');
    await office.run();
    const [mail] = await office.listSent();
    expect(mail?.parsed.from?.text).toBe('"Wayveil" <confirm@mail.wayveil.example>');
    expect(mail?.parsed.replyTo?.text).toBe(`confirm+${office.purchase.id}@mail.wayveil.example`);
    expect(mail?.parsed.messageId).toMatch(/@mail\.wayveil\.example>$/);
    expect(mail?.parsed.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail?.parsed.date?.getTime()).toBe(office.clock.nowMs);
  });

  it('S29: a request for an order that no longer waits is not sent', async () => {
    const office = await prepareJob('mail_confirmation_request', { purchase: { state: 'declined' } });
    await office.run();
    expect(await office.listSent()).toEqual([]);
  });

  it('S34: who owns a shop is told once that it is paid elsewhere, and has time; nobody reads replies', async () => {
    const mail = await sendOnce('mail_payout_account_changed', { sellerId: SHOP_ID });
    expect(mail?.parsed.subject).toBe('Payouts to Kestrel Audio go to another account');
    expect(mail?.parsed.text).toContain('ends in 3000');
    expect(mail?.parsed.text).toContain('before Nov 23, 2026, 09:00 UTC');
  });

  it('a person is told once that a passkey was added', async () => {
    const mail = await sendOnce('mail_passkey_changed', { signingId: SIGNING_ID });
    expect(mail?.parsed.subject).toBe('A passkey was added to your Wayveil');
    expect(mail?.parsed.text).toContain('Firefox, macOS');
  });

  it('a former mailbox is told that another took its place, and the new one is not', async () => {
    const office = await prepareMailboxChange();
    office.mailbox.email = MAILBOX;
    await settleMailboxChange(office.services, office.owner.personId);
    await office.run();
    const [mail, ...more] = await office.listSent();
    expect(more).toEqual([]);
    expect(mail?.envelope.to).toBe('former@provider.example');
    expect(mail?.parsed.subject).toBe('Wayveil writes to another mailbox now');
    expect(await office.directory`select 1 from jobs`).toHaveLength(0);
  });

  it('a former mailbox is told where the server died after the vault took the other one', async () => {
    const office = await prepareMailboxChange();
    office.mailbox.email = MAILBOX;
    await office.run();
    expect(await office.listSent()).toEqual([]);
    office.clock.nowMs += 30_000;
    await office.run();
    expect((await office.listSent()).map(({ envelope }) => envelope.to)).toEqual(['former@provider.example']);
    expect(await office.directory`select 1 from jobs`).toHaveLength(0);
  });

  it('nobody is told where the server died before that, and the job looks for an hour', async () => {
    const office = await prepareMailboxChange();
    for (let tried = 0; tried < 12; tried += 1) {
      office.clock.nowMs += 5 * 60_000;
      expect(await office.directory`select 1 from jobs`).toHaveLength(1);
      await office.run();
    }
    expect(await office.directory`select 1 from jobs`).toHaveLength(0);
    expect(await office.listSent()).toEqual([]);
    expect(office.logged.join()).not.toContain('former@');
  });

  it('what takes a removal back goes to a mailbox that was left within seven days, and not to the new one', async () => {
    const office = await prepareMailboxChange();
    office.mailbox.email = MAILBOX;
    await settleMailboxChange(office.services, office.owner.personId);
    const change = { personId: office.owner.personId, event: 'passkey_rested', code: '8K3M7QX2PT' } as const;
    Object.assign(office.links, { findPasskeyChange: async () => makePasskeyChange(change) });
    const { nowMs } = office.clock;
    const tell = (key: string, former: boolean) => {
      const payload = { signingId: SIGNING_ID, former };
      const job = { kind: 'mail_passkey_changed', key, payload, runAtMs: nowMs };
      return enqueueJobs(office.directory, [job], nowMs);
    };
    await tell('a', false);
    await tell('b', true);
    await office.run();
    const told = (await office.listSent()).filter(({ parsed }) => parsed.subject?.includes('being removed'));
    const codes = told.map(({ envelope, parsed }) => [envelope.to, parsed.text?.includes('[8K3M7 QX2PT]')]);
    expect(new Map(codes as [string, boolean][])).toEqual(
      new Map([
        [MAILBOX, false],
        ['former@provider.example', true],
      ]),
    );
    office.clock.nowMs += TRUSTED_MS;
    await tell('c', false);
    await tell('d', true);
    await office.run();
    const [last, ...earlier] = await office.listSent();
    expect(earlier).toHaveLength(3);
    expect(last?.envelope.to).toBe(MAILBOX);
    expect(last?.parsed.text).toContain('[8K3M7 QX2PT]');
  });

  it('goes to the relay that is set, and waits while the relay cannot take it', async () => {
    const answer: { code: number | null } = { code: 451 };
    const relay = await startRelay(answer);
    const office = await prepareJob('mail_state_changed', { settings: { relayUrl: relay.url } });
    await office.run();
    expect(relay.taken).toEqual([]);
    answer.code = null;
    office.clock.nowMs += 60_000;
    await office.run();
    expect(relay.taken).toEqual([MAILBOX]);
    expect(office.logged.join()).not.toContain(MAILBOX);
    expect(await office.listSent()).toEqual([]);
  });

  it('goes over the connection that the letter before it went over', async () => {
    const relay = await startRelay({ code: null });
    const office = await prepareJob('mail_state_changed', { settings: { relayUrl: relay.url } });
    for (const key of ['b', 'c', 'd', 'e']) await office.enqueue(key);
    await office.run();
    expect(relay.taken).toEqual(Array(5).fill(MAILBOX));
    expect(relay.connections).toHaveLength(1);
  });

  it('goes to one mailbox so often an hour, whichever process sends it, and waits for the next hour', async () => {
    const relay = await startRelay({ code: null });
    const settings = { relayUrl: relay.url, mailsPerHour: 2 };
    const office = await prepareJob('mail_state_changed', { settings });
    const other = await openPostOffice(office.services, MailSettings.parse(settings), office.links);
    onTestFinished(() => other.close());
    await office.run();
    for (const key of ['b', 'c', 'd']) await office.enqueue(key);
    await office.run(other.jobHandlers);
    expect(relay.taken).toHaveLength(2);
    const waiting = await office.directory`select state, last_error_code from jobs`;
    expect(waiting).toEqual(Array(2).fill({ state: 'waiting', last_error_code: 'mailbox_flooded' }));
    office.clock.nowMs += 3_600_000;
    await office.run();
    expect(relay.taken).toHaveLength(4);
    const [{ keys } = { keys: '' }] = await office.directory<{ keys: string }[]>`
      select string_agg(encode(key, 'escape'), ' ') as keys from call_counts`;
    expect(keys).not.toContain(MAILBOX.toLowerCase());
  });

  it('waits while the relay takes no password of ours, or lets nobody in', async () => {
    const relay = await startRelay({ code: null });
    const office = await prepareJob('mail_state_changed', { settings: { relayUrl: relay.urlWithPassword } });
    await office.run();
    const jobs = await office.directory`select state, last_error_code from jobs`;
    expect(jobs).toEqual([{ state: 'waiting', last_error_code: '535' }]);
  });

  it('is given up where the relay refuses for good', async () => {
    const relay = await startRelay({ code: 550 });
    const office = await prepareJob('mail_state_changed', { settings: { relayUrl: relay.url } });
    await office.run();
    const jobs = await office.directory`select state, last_error_code from jobs`;
    expect(jobs).toEqual([{ state: 'dead', last_error_code: 'relay_refused' }]);
  });
});
