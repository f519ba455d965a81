import { expect } from '@playwright/test';
import { rotateNumbers } from '#server/numbers/rotate-numbers.ts';
import { formatNumber } from '#shared/number/number.ts';
import { test } from '#tests/fixtures/world-test.ts';

test('S11: when the number has changed, the popup shows the new one', async ({ shopper, stack }) => {
  const { services } = stack.server;
  const { numberLifetimeMs } = services.settings;
  await services.directory`update numbers set issued_at_ms = issued_at_ms - ${numberLifetimeMs}`;
  expect(await rotateNumbers(services)).toBeGreaterThan(0);
  const active = await services.directory<{ number: string }[]>`
    select number from numbers join people on people.id = person_id
    where retired_at_ms is null and reading_key is not null`;
  const popup = await shopper.openPopup();
  await popup.getByRole('navigation').getByRole('button', { name: 'More' }).click();
  const numbers = active.map(({ number }) => formatNumber(number).replaceAll(' ', ''));
  await expect(async () => {
    const shown = (await popup.getByRole('definition').first().innerText()).replaceAll(/\s/g, '');
    expect(numbers).toContain(shown);
  }).toPass();
  await popup.close();
});
