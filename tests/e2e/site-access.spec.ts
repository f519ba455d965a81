import { expect, type Page, test } from '@playwright/test';
import { joinAsShopper, type Shopper } from '#tests/fixtures/shopper.ts';
import { type Stack, startStack } from '#tests/fixtures/stack.ts';

declare const chrome: {
  developerPrivate: { updateExtensionConfiguration(change: object): Promise<void> };
};

let stack: Stack;
let shopper: Shopper;

test.beforeAll(async () => {
  stack = await startStack();
  shopper = await joinAsShopper(stack);
  await setSites(shopper, 'ON_CLICK');
});

test.afterAll(async () => {
  await shopper?.close();
  await stack?.close();
});

/** Access to sites, as a person chooses it in the browser's settings of the extension. */
async function setSites({ browser }: Shopper, hostAccess: 'ON_CLICK' | 'ON_ALL_SITES'): Promise<void> {
  const page = await browser.context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(change => chrome.developerPrivate.updateExtensionConfiguration(change), {
    extensionId: browser.extensionId,
    hostAccess,
  });
  await page.close();
}

async function goToCheckout(): Promise<Page> {
  const page = await shopper.browser.context.newPage();
  await page.goto(stack.shops.classic.origin);
  await page.getByRole('button', { name: 'Add to basket' }).first().click();
  await page.getByRole('link', { name: 'Checkout' }).click();
  return page;
}

/** Presses the extension's button on the tab, as a person does: the browser lends the tab (`activeTab`). */
async function pressAction(shop: Page): Promise<void> {
  const { context, extensionId } = shopper.browser;
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('the browser takes no commands');
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const tab = targetInfos.find(({ url }) => url === shop.url());
  if (!tab) throw new Error('the shop has no tab');
  await session.send('Extensions.triggerAction', { id: extensionId, targetId: tab.targetId });
}

test('without access to sites a page is filled only after the button was pressed there', async () => {
  const shop = await goToCheckout();
  const popup = await shopper.openPopup(shop);
  await expect(popup.getByText('lets Wayveil into this page when you press')).toBeVisible();
  await popup.getByRole('button', { name: 'Fill delivery' }).click();
  await expect(popup.getByText('The browser does not let Wayveil into this page')).toBeVisible();
  await popup.close();
  await shop.bringToFront();
  await pressAction(shop);
  const lent = await shopper.openPopup(shop);
  await lent.getByRole('button', { name: 'Fill delivery' }).click();
  await expect(lent.getByText(/fields? filled/)).toBeVisible();
  await expect(shop.locator('[name=ship_zip]')).toHaveValue('97209');
});

test('onboarding tells that access to sites is withheld, and goes on without it', async () => {
  const page = await shopper.browser.context.newPage();
  await page.goto(shopper.browser.url('/onboarding.html'));
  await page.getByRole('button', { name: 'Later' }).click();
  await page.getByRole('button', { name: 'Issue a card' }).click();
  await expect(page.getByRole('radio', { name: 'Only when I call it' })).toBeChecked();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('heading', { name: 'All set' })).toBeVisible();
});

test('where the wallet server is withheld too the passkey is refused, and the screen says how to allow it', async () => {
  const page = shopper.browser.onboarding;
  await page.goto(shopper.browser.url('/popup.html'));
  await page.getByRole('button', { name: 'Lock' }).click();
  await page.getByRole('button', { name: 'Unlock with passkey' }).click();
  await expect(page.getByText('keeps Wayveil from its wallet server')).toBeVisible();
  await expect(page.getByText("allow the wallet server's site or all sites")).toBeVisible();
  await setSites(shopper, 'ON_ALL_SITES');
  await page.getByRole('button', { name: 'Unlock with passkey' }).click();
  await expect(page.getByRole('button', { name: 'Lock' })).toBeVisible();
});
