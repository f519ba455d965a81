import { expect } from '@playwright/test';
import { createClient } from '#shared/api/client.ts';
import { addAuthenticator } from '#tests/fixtures/authenticator.ts';
import { test } from '#tests/fixtures/browser-test.ts';
import { expectOk, joinFrom, makeDevice } from '#tests/fixtures/device.ts';
import { findViolations } from '#tests/fixtures/find-violations.ts';
import { startStack } from '#tests/fixtures/stack.ts';

const ORDERS = 103;
const PAGE = 100;

test('S36: a seller reaches every order, and is not told that a page of them is all', async ({ browser }) => {
  const stack = await startStack();
  const context = await browser.newContext({ viewport: { width: 1100, height: 800 }, locale: 'en-US' });
  try {
    const page = await context.newPage();
    await addAuthenticator(page);
    const buyer = (await joinFrom(await makeDevice({ origin: stack.server.origin, fetch: stack.fetch })))
      .uniqueAddress;
    await page.goto(`${stack.server.origin}/console/`);
    await page.getByRole('button', { name: 'Join with a new passkey' }).click();
    await page.getByLabel('Name of the shop').fill('Lantern House');
    await page.getByLabel('Host of the shop').fill('lantern-house.localhost');
    await page.getByRole('button', { name: 'Sign the terms with passkey' }).click();
    const apiKey = (await page.locator('code').first().textContent()) ?? '';
    const client = createClient({
      ...{ origin: stack.server.origin, fetch: stack.fetch },
      authorize: async () => ({ authorization: `Bearer ${apiKey}` }),
    });
    for (let count = 1; count <= ORDERS; count += 1) {
      const order = { buyer, orderNumber: `LH-${count}`, amountMinor: '100', currency: 'USD' as const };
      expectOk(await client.call('placeOrder', { body: { ...order, description: 'Lamp' } }));
      const params = { orderNumber: order.orderNumber };
      if (count > 2) expectOk(await client.call('cancelOrder', { params, body: {} }));
    }
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await expect(page.getByRole('tab', { name: `All ${PAGE + 2}+` })).toBeVisible();
    await expect(page.getByRole('tab', { name: 'Open 2+' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'LH-3', exact: true })).toHaveCount(0);
    await expect(page.getByText(`among the ${PAGE + 2} orders`)).toBeVisible();
    await expect(page.getByRole('row', { name: /LH-103/ })).toContainText('Nothing paid');
    await page.getByRole('tab', { name: 'To ship 0+' }).click();
    await expect(page.getByText('None among the orders fetched so far')).toBeVisible();
    await page.getByRole('tab', { name: `All ${PAGE + 2}+` }).click();
    await page.getByRole('button', { name: 'Show older ones' }).click();
    await expect(page.getByRole('link', { name: 'LH-3', exact: true })).toHaveCount(1);
    await expect(page.getByRole('tab', { name: `All ${ORDERS}`, exact: true })).toBeVisible();
    await expect(page.getByRole('tab', { name: 'Open 2', exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Show older ones' })).toHaveCount(0);
    await expect(page.getByText('That is all.')).toBeFocused();
    await page.getByRole('link', { name: 'LH-3', exact: true }).press('Enter');
    await expect(page.getByRole('heading', { name: 'LH-3' })).toBeVisible();
    await expect(page.getByRole('main')).toBeFocused();
    expect(await findViolations(page)).toEqual([]);
  } finally {
    await context.close();
    await stack.close();
  }
});
