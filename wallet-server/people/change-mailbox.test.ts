import { expect, test } from 'vitest';
import {
  type Device,
  eraseFrom,
  expectOk,
  joinFrom,
  makeDevice,
  REAL_DATA,
  signInFrom,
} from '#tests/fixtures/device.ts';
import { openTestApp, type TestApp } from '#tests/fixtures/wallet-server.ts';
import { findMailboxProof, PROOF_LIFETIME_MS } from './mailbox-proof.ts';

const MAILBOX = 'counter@kestrel.example';

async function openSeller(realData: typeof REAL_DATA | null = null) {
  const server = await openTestApp();
  const device = await makeDevice(server);
  const member = await joinFrom(device, realData);
  return { server, device, member };
}

async function beginProof(server: TestApp, device: Device, mailbox = MAILBOX) {
  const { proofId } = expectOk(await device.client.call('beginMailboxProof', { body: { mailbox } }));
  const code = (await findMailboxProof(server.services, proofId))?.code ?? '';
  return { proofId, code };
}

const prove = (device: Device, proofId: string, code: string) =>
  device.client.call('proveMailbox', { params: { proofId }, body: { code } });

async function nameMailbox(server: TestApp, device: Device, mailbox = MAILBOX) {
  const { proofId, code } = await beginProof(server, device, mailbox);
  const { changeId, consent, options } = expectOk(await prove(device, proofId, code));
  const body = { changeId, credential: device.passkey.assert(options) };
  return { consent, changed: await device.client.call('changeMailbox', { body }) };
}

const readMailbox = async (device: Device) => expectOk(await device.client.call('getMailbox', {})).mailbox;

test('S16, S31: who sells without the extension names a mailbox by its code and a passkey; the vault keeps it alone', async () => {
  const { server, device, member } = await openSeller();
  expect(await readMailbox(device)).toBeNull();
  const { consent, changed } = await nameMailbox(server, device);
  expect(consent).toMatchObject({ mailbox: MAILBOX, replaces: false });
  expect(changed).toEqual({ ok: {} });
  expect(await readMailbox(device)).toBe(MAILBOX);
  expect(await server.services.vault.getRecord(member.personId)).toEqual({ email: MAILBOX });
  expect(expectOk(await device.client.call('getRealData', {})).realData).toBeNull();
});

test('a mailbox is not used before its code came back and a passkey signed it', async () => {
  const { server, device } = await openSeller();
  const { proofId, code } = await beginProof(server, device);
  expect(await prove(device, proofId, code === '000000' ? '000001' : '000000')).toEqual({
    refused: 'code_wrong',
  });
  const { changeId, options } = expectOk(
    await prove(device, proofId, ` ${code.slice(0, 3)} ${code.slice(3)}`),
  );
  const foreign = device.passkey.assert({ ...options, challenge: 'A'.repeat(43) });
  const signed = await device.client.call('changeMailbox', { body: { changeId, credential: foreign } });
  expect(signed).toEqual({ refused: 'passkey_invalid' });
  expect(await readMailbox(device)).toBeNull();
});

test('a code is good for five tries, for half an hour, for its own person, and until another is asked for', async () => {
  const { server, device } = await openSeller();
  const first = await beginProof(server, device);
  const wrong = first.code === '000000' ? '000001' : '000000';
  for (let count = 0; count < 5; count++)
    expect(await prove(device, first.proofId, wrong)).toEqual({ refused: 'code_wrong' });
  expect(await prove(device, first.proofId, first.code)).toEqual({ refused: 'code_tries_over' });
  const second = await beginProof(server, device);
  expect(await prove(device, first.proofId, first.code)).toEqual({ refused: 'code_expired' });
  const stranger = await makeDevice(server);
  await joinFrom(stranger, null);
  expect(await prove(stranger, second.proofId, second.code)).toEqual({ refused: 'code_expired' });
  server.clock.nowMs += PROOF_LIFETIME_MS;
  await signInFrom(device);
  expect(await prove(device, second.proofId, second.code)).toEqual({ refused: 'code_expired' });
});

test('a mailbox gets so many codes an hour, whoever asks for them, and is kept as a keyed hash alone', async () => {
  const { server, device } = await openSeller();
  const other = await makeDevice(server);
  await joinFrom(other, null);
  const ask = (from: Device, mailbox: string) => from.client.call('beginMailboxProof', { body: { mailbox } });
  const ways = [MAILBOX, 'Counter@Kestrel.example', 'counter+1@kestrel.example'];
  for (const mailbox of [...ways, ...ways])
    expectOk(await ask(mailbox === MAILBOX ? device : other, mailbox));
  for (const from of [device, other])
    expect(await ask(from, 'counter+2@kestrel.example')).toEqual({ refused: 'rate_limited' });
  expectOk(await ask(other, 'till@kestrel.example'));
  const kept = await server.services.directory`select encode(key, 'escape') as key from call_counts`;
  expect(JSON.stringify(kept)).not.toContain('kestrel');
  server.clock.nowMs += 3_600_000;
  await signInFrom(device);
  expectOk(await ask(device, MAILBOX));
});

test('S1: what a person wants to be written to lies sealed in the directory, and goes with their real data', async () => {
  const { server, device } = await openSeller(REAL_DATA);
  const { proofId, code } = await beginProof(server, device);
  expectOk(await prove(device, proofId, code));
  const sql = server.services.directory;
  const rows = () => sql`
    select proof::text as row from mailbox_proofs proof union all select challenge::text from challenges challenge
    union all select payload::text from jobs`;
  expect(JSON.stringify(await rows())).not.toContain('kestrel');
  expect(server.log.lines.join()).not.toContain('kestrel');
  expectOk(await eraseFrom(device));
  expect(await sql`select 1 from mailbox_proofs`).toEqual([]);
  expect(await sql`select 1 from challenges where purpose = 'mailbox_change'`).toEqual([]);
});

test('S16: a buyer who names another mailbox keeps all else, and the former one is told', async () => {
  const { server, device } = await openSeller(REAL_DATA);
  const { consent } = await nameMailbox(server, device);
  expect(consent.replaces).toBe(true);
  expect(expectOk(await device.client.call('getRealData', {})).realData).toEqual({
    ...REAL_DATA,
    email: MAILBOX,
  });
  const told = await server.services.directory`select 1 from jobs where kind = 'mail_mailbox_changed'`;
  expect(told).toHaveLength(1);
});

test('S16: united with a buyer of the same mailbox, a mailbox alone gives way to the whole record', async () => {
  const { server, device: seller } = await openSeller();
  await nameMailbox(server, seller, REAL_DATA.email);
  const buyer = await makeDevice(server);
  const bought = await joinFrom(buyer);
  const { signInId, options } = expectOk(await seller.client.call('beginSignIn', { body: {} }));
  const body = { signInId, credential: seller.passkey.assert(options) };
  expect(expectOk(await buyer.client.call('uniteMemberships', { body })).number).toBe(bought.number);
  for (const device of [seller, buyer])
    expect(expectOk(await device.client.call('getRealData', {})).realData).toEqual(REAL_DATA);
});

test('a vault that is away uses nobody’s mailbox, and says so', async () => {
  const { server, device } = await openSeller();
  const { proofId, code } = await beginProof(server, device);
  const { vault } = server.services;
  Object.assign(vault, { getRecord: async () => 'unreachable', readRecord: async () => 'unreachable' });
  expect(await device.client.call('getMailbox', {})).toEqual({ refused: 'vault_unreachable' });
  expect(await prove(device, proofId, code)).toEqual({ refused: 'vault_unreachable' });
});
