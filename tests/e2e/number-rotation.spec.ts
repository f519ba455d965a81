import { expect } from '@playwright/test';
import { rotateNumbers } from '#server/numbers/rotate-numbers.ts';
import { formatNumber } from '#shared/number/number.ts';
import { test } from '#tests/fixtures/world-test.ts';

test('S11: when the number has changed, the popup shows the new one', async ({ shopper, stack }) => {
  const { services } = stack.server;
  const { numberLifetimeMs } = services.settings;
  const listActive = async () => {
    const active = await services.directory<{ number: string }[]>`
      select number from numbers join people on people.id = person_id
      where retired_at_ms is null and reading_key is not null`;
    return active.map(({ number }) => formatNumber(number).replaceAll(' ', ''));
  };
  const old = await listActive();
  await services.directory`update numbers set issued_at_ms = issued_at_ms - ${numberLifetimeMs}`;
  await rotateNumbers(services);
  // The server's own sweep may be the one that gives some of them.
  await expect.poll(async () => (await listActive()).filter(number => old.includes(number))).toEqual([]);
  const active = await listActive();
  expect(active).toHaveLength(old.length);
  const popup = await shopper.openPopup();
  await popup.getByRole('navigation').getByRole('button', { name: 'More' }).click();
  const shown = popup.getByRole('definition').first();
  await expect.poll(async () => active.includes((await shown.innerText()).replaceAll(/\s/g, ''))).toBe(true);
  await popup.close();
});
