import { expect, test } from 'vitest';
import { expectOk, joinFrom, makeDevice } from '#tests/fixtures/device.ts';
import { WIDE_LIMITS } from '#tests/fixtures/server-settings.ts';
import { openTestApp } from '#tests/fixtures/wallet-server.ts';

const CARD = { label: 'Everyday', currency: 'USD' } as const;

async function openJoined(codesPerHour: number) {
  const server = await openTestApp({ limits: { ...WIDE_LIMITS, codesPerHour } });
  const device = await makeDevice(server);
  await joinFrom(device);
  const hubId = server.services.settings.hubs[0]?.id ?? '';
  return { server, hubId, issue: () => device.client.call('issueCard', { body: { ...CARD, hubId } }) };
}

test('S62: a hub whose five digits are all taken gives longer codes', async () => {
  const { server, hubId, issue } = await openJoined(10);
  await server.services.directory`
    insert into cards (id, person_id, label, currency, last_digits, hub_id, delivery_code, given_name, family_name,
      full_name, issued_at_ms)
    select gen_random_uuid(), gen_random_uuid(), '', 'USD', '', ${hubId}, code, '', '', '', 1
    from generate_series(10000, 99999) as code`;
  expect(expectOk(await issue()).card.virtualIdentity.deliveryCode).toMatch(/^\d{6}$/);
});

test('S62: one person takes so many codes of hubs an hour', async () => {
  const { issue } = await openJoined(2);
  expectOk(await issue());
  expectOk(await issue());
  expect(await issue()).toEqual({ refused: 'rate_limited' });
});
