import type { Page } from '@playwright/test';
import type { Shopper } from '#tests/fixtures/shopper.ts';
import type { Stack } from '#tests/fixtures/stack.ts';

/** Leaves everything running until Ctrl-C: new confirm windows get the shopper's passkey, new mails are told. */
export async function stayOpenToPlay(stack: Stack, shopper: Shopper): Promise<void> {
  const { shops, server } = stack;
  console.log('\nEverything stays open. Shops (back office under /admin):');
  for (const shop of Object.values(shops)) console.log(`  ${shop.origin}`);
  console.log(`Seller's pages: ${server.origin}/console/`);
  console.log('Confirm windows answer with the shopper’s passkey by themselves. Mails to the shopper:');
  const { context, url } = shopper.browser;
  context.on('page', page => {
    // Most pages never become a confirm window.
    const opened = page.waitForURL(`${url('/confirm.html')}**`, { timeout: 0 });
    opened.then(
      () => shopper.bringPasskey(page).catch(fault => console.error('The passkey is not there:', fault)),
      () => undefined,
    );
  });
  await widenWindow(shopper.browser.onboarding);
  const unfollow = stack.mailbox.follow(({ parsed }) => console.log(`  ${parsed.subject ?? '(no subject)'}`));
  await new Promise<void>(resolve => process.once('SIGINT', () => resolve()));
  unfollow();
}

/** The walk made the window as small as a popup, for its pictures. Its session stays: one that ends takes the page's passkeys with it. */
async function widenWindow(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { windowId } = await session.send('Browser.getWindowForTarget');
  await session.send('Browser.setWindowBounds', { windowId, bounds: { width: 1280, height: 860 } });
}
