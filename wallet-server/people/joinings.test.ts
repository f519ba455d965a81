import { expect, test } from 'vitest';
import { encodeBase64url } from '#shared/crypto/base64url.ts';
import { expectOk, joinFrom, makeDevice, REAL_DATA } from '#tests/fixtures/device.ts';
import { openTestApp, type TestApp } from '#tests/fixtures/wallet-server.ts';
import { composeHandlers } from '../app/handlers.ts';
import type { Vault } from '../app/services.ts';
import { sweep } from '../app/sweep.ts';

const HOUR_MS = 3_600_000;

/** Joins with a vault that, once it has written, does `then` before its caller goes on. */
async function joinThrough(server: TestApp, then: () => Promise<void>) {
  const device = await makeDevice(server);
  const { registrationId, options } = expectOk(await device.client.call('beginRegistration', { body: {} }));
  const { services } = server;
  const putRecord: Vault['putRecord'] = async (personId, record) => {
    const put = await services.vault.putRecord(personId, record);
    await then();
    return put;
  };
  return await composeHandlers(() => true).join(
    { ...services, vault: { ...services.vault, putRecord } },
    {
      ...{ party: { jkt: encodeBase64url(new Uint8Array(32)) }, params: undefined, query: undefined },
      body: {
        ...{ registrationId, credential: device.passkey.register(options), deviceName: 'Test browser' },
        ...{ locale: 'en', realData: REAL_DATA },
      },
      signal: new AbortController().signal,
    },
  );
}

async function readVault({ services }: TestApp) {
  const [kept] = await services.directory<{ person_id: string }[]>`select person_id from vault_heads`;
  return await services.vault.getRecord(kept?.person_id ?? '');
}

test('S57: real data of a joining whose process died before there was a person is erased', async () => {
  const server = await openTestApp();
  // Nothing comes after the vault's write, as where the process was killed.
  await new Promise<void>(resolve => {
    void joinThrough(server, () => {
      resolve();
      return new Promise(() => undefined);
    });
  });
  await sweep(server.services);
  expect(await readVault(server)).toEqual(REAL_DATA);
  server.clock.nowMs += HOUR_MS;
  await sweep(server.services);
  expect(await readVault(server)).toBeNull();
  await server.services.vault.catchUp();
  expect(await server.services.directory`select 1 from joinings`).toHaveLength(0);
});

test('S57: a joining that was given up makes no member and leaves nothing', async () => {
  const server = await openTestApp();
  const joined = await joinThrough(server, async () => {
    server.clock.nowMs += HOUR_MS;
    await sweep(server.services);
  });
  expect(joined).toEqual({ refused: 'registration_unknown' });
  expect(await readVault(server)).toBeNull();
  expect(await server.services.directory`select 1 from people`).toHaveLength(0);
});

test('S57: who joined keeps their real data', async () => {
  const server = await openTestApp();
  await joinFrom(await makeDevice(server));
  server.clock.nowMs += HOUR_MS;
  await sweep(server.services);
  expect(await readVault(server)).toEqual(REAL_DATA);
});
