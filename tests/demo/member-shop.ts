import { expect, type Page } from '@playwright/test';
import { SHOPPER } from '#tests/fixtures/shopper.ts';
import { replyTo } from '#tests/world/reply.ts';
import {
  openPopup,
  openPurchase,
  readOrder,
  receiveParcel,
  tellBalance,
  tellOrder,
  type Walk,
  waitUntil,
} from './walk.ts';

const PAYEE = 'Kestrel Audio';
const TRACKING_NUMBER = '1Z999AA10123456784';

/** A purchase at a member shop: money held, confirmed by answering the mail as it is. */
export async function walkMemberShop(walk: Walk): Promise<void> {
  const { stack, transcript } = walk;
  const { classic } = stack.shops;
  transcript.chapter(`A member store: ${PAYEE}, ${new URL(classic.origin).hostname}`);
  const uniqueAddress = await topUp(walk);
  await order(walk, uniqueAddress);
  const { number } = readOrder(classic.orders());
  transcript.stage('order received', 'the shop posts the order with the buyer’s unique address');
  tellOrder(walk, readOrder(classic.orders()));
  await confirmByReply(walk);
  await waitUntil(
    () => readOrder(classic.orders()).state === 'ready_to_ship',
    'the shop got the authentication message',
  );
  await classic.desk.ship(number, { carrier: 'UPS', trackingNumber: TRACKING_NUMBER });
  await deliver(walk, number);
  transcript.stage(
    'received, closed',
    'the buyer presses “I have my parcel”: shop paid and buyer charged in one transaction',
  );
  await receiveParcel(walk, PAYEE, 'member');
  await tellBalance(walk);
  const popup = await openPurchase(walk, PAYEE);
  await walk.pictures.take(popup, 'member-closed');
  await popup.close();
}

/** Pays money in by bank transfer; gives the unique address that the shop will get. */
async function topUp(walk: Walk): Promise<string> {
  const popup = await openPopup(walk);
  await popup.getByRole('button', { name: 'More' }).click();
  const uniqueAddress = (await popup.locator('dd', { hasText: '@' }).textContent()) ?? '';
  await popup.getByRole('button', { name: 'Account' }).click();
  const paymentReference = (await popup.getByText(/^WV/).textContent()) ?? '';
  await walk.stack.bank.receivePayment({ paymentReference, amountMinor: '100000', currency: 'USD' });
  await popup.close();
  return uniqueAddress.trim();
}

async function order(walk: Walk, uniqueAddress: string): Promise<void> {
  const { stack, shopper, pictures } = walk;
  const shop = await shopper.browser.context.newPage();
  await shop.goto(stack.shops.classic.origin);
  await shop
    .locator('.product, article, li')
    .filter({ hasText: 'RCA cable' })
    .getByRole('button', { name: 'Add to basket' })
    .click();
  await shop.getByRole('link', { name: 'Checkout' }).click();
  await fillDelivery(walk, shop);
  await shop.bringToFront();
  await shop.getByRole('radio', { name: 'Wayveil' }).check();
  await shop.getByLabel('Your Wayveil e-mail address').fill(uniqueAddress);
  await shop.getByLabel('I agree').check();
  await pictures.take(shop, 'member-checkout');
  await shop.getByRole('button', { name: 'Place order' }).click();
  await expect(shop.getByRole('heading', { name: 'Almost there' })).toBeVisible();
  await pictures.take(shop, 'member-ordered');
  await shop.close();
}

async function fillDelivery(walk: Walk, shop: Page): Promise<void> {
  const popup = await openPopup(walk, shop);
  await popup.getByLabel('Card', { exact: true }).selectOption({ index: 1 });
  await popup.getByRole('button', { name: 'Fill delivery' }).click();
  await expect(popup.getByText(/fields? filled/)).toBeVisible();
  await walk.pictures.take(popup, 'member-popup');
  await popup.close();
}

async function confirmByReply(walk: Walk): Promise<void> {
  const { stack, transcript } = walk;
  const { mailbox, server } = stack;
  const request = await mailbox.waitForMail(({ parsed }) => /\[\d{6}\]/.test(parsed.subject ?? ''));
  await replyTo(mailbox, request, { host: '127.0.0.1', port: server.smtpPort ?? 0 });
  await mailbox.waitForMail(
    mail =>
      mail !== request &&
      mail.envelopeTo.includes(SHOPPER.email) &&
      /confirmed/i.test(mail.parsed.subject ?? ''),
  );
  transcript.stage(
    'identity confirmed',
    'the buyer answers the confirmation mail as it is; sender and code match',
  );
  transcript.learned('mailbox', { request: request.parsed.subject ?? '' });
}

/** Label and waybill carry the number; the courier turns it into an address only while it carries the parcel. */
async function deliver({ stack, transcript }: Walk, orderNumber: string): Promise<void> {
  const placed = readOrder(stack.shops.classic.orders());
  const deliveryNumber = 'escrow' in placed.payment ? placed.payment.escrow.deliveryNumber : '';
  transcript.stage('shipped', `label and waybill say ${deliveryNumber}`);
  const parcel = { waybill: TRACKING_NUMBER, orderNumber };
  const ask = { fieldNumber: deliveryNumber, use: 'display' } as const;
  const refused = await stack.carrier.resolve(ask);
  transcript.learned('courier', {
    'without proof': 'released' in refused && refused.released ? 'RELEASED' : 'only the number',
  });
  const granted = await stack.carrier.resolve({ ...ask, orderNumber, waybill: parcel.waybill });
  const lines = 'released' in granted && granted.released ? granted.lines.join(', ') : 'REFUSED';
  transcript.learned('courier', { 'with waybill': `${lines} (until the parcel is delivered)` });
  await stack.carrier.deliver(parcel);
}
