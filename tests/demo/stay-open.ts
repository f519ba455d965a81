import type { Shopper } from '#tests/fixtures/shopper.ts';
import type { Stack } from '#tests/fixtures/stack.ts';
import type { ReceivedMail } from '#tests/world/mailbox.ts';

/** Leaves everything running until Ctrl-C: new confirm windows get the shopper's passkey, new mails are told. */
export async function stayOpenToPlay(stack: Stack, shopper: Shopper): Promise<void> {
  const { shops, server } = stack;
  console.log('\nEverything stays open. Shops (back office under /admin):');
  for (const shop of Object.values(shops)) console.log(`  ${shop.origin}`);
  console.log(`Seller's pages: ${server.origin}/console/`);
  console.log('Confirm windows answer with the shopper’s passkey by themselves. Mails to the shopper:');
  const { context, url } = shopper.browser;
  context.on('page', page => {
    page
      .waitForURL(`${url('/confirm.html')}**`)
      .then(() => shopper.bringPasskey(page))
      .catch(() => undefined);
  });
  const stopped = new Promise<'stopped'>(resolve => process.once('SIGINT', () => resolve('stopped')));
  const seen = new Set<ReceivedMail>(stack.mailbox.mails());
  for (;;) {
    const next = stack.mailbox.waitForMail(mail => !seen.has(mail), 86_400_000);
    const mail = await Promise.race([next, stopped]);
    if (mail === 'stopped') return;
    seen.add(mail);
    console.log(`  ${mail.parsed.subject ?? '(no subject)'}`);
  }
}
