import { expect, type Page } from '@playwright/test';
import {
  openPopup,
  openPurchase,
  readOrder,
  receiveParcel,
  tellBalance,
  tellOrder,
  type Walk,
} from './walk.ts';

const PAYEE = 'Boardwalk';

/** A purchase at a shop that never heard of Wayveil: money advanced, card fields in the payment provider's frames. */
export async function walkAnyShop(walk: Walk): Promise<void> {
  const { stack, transcript } = walk;
  const { boardwalk } = stack.shops;
  transcript.chapter(`A store that never heard of Wayveil: ${PAYEE}, ${new URL(boardwalk.origin).hostname}`);
  const shop = await fillCheckout(walk);
  await pay(walk, shop);
  const order = readOrder(boardwalk.orders());
  tellOrder(walk, order);
  const exchange = stack.acquirer.exchanges()[0];
  transcript.learned('acquirer', {
    'card number': `one-time, ends ${exchange?.message.primaryAccountNumber.slice(-4)}`,
    answer: `approved (${exchange?.responseCode ?? '?'})`,
  });
  await ship(walk, order.number);
  transcript.stage('received', 'the buyer presses “I have my parcel” in the popup and is billed');
  await receiveParcel(walk, PAYEE, 'any-shop');
  await payBill(walk);
  await tellBalance(walk);
  await shop.close();
}

async function fillCheckout(walk: Walk): Promise<Page> {
  const { stack, shopper, pictures } = walk;
  const shop = await shopper.browser.context.newPage();
  await shop.goto(stack.shops.boardwalk.origin);
  await shop.getByRole('button', { name: 'Add to bag' }).first().click();
  await shop.getByRole('link', { name: 'Go to checkout' }).click();
  await pictures.take(shop, 'any-shop-checkout');
  const popup = await openPopup(walk, shop);
  await popup.getByRole('button', { name: 'Fill delivery' }).click();
  await expect(popup.getByText(/fields? filled/)).toBeVisible();
  await pictures.take(popup, 'any-shop-popup-filled');
  await popup.close();
  await pictures.take(shop, 'any-shop-delivery-filled');
  return shop;
}

async function pay(walk: Walk, shop: Page): Promise<void> {
  const { shopper, pictures, transcript } = walk;
  const popup = await openPopup(walk, shop);
  const window = await shopper.browser.waitForConfirmWindow(() =>
    popup.getByRole('button', { name: 'Go on to confirm' }).click(),
  );
  transcript.stage(
    'order received',
    'the extension read payee and amount; the buyer looks at them in our own window',
  );
  const authenticator = await shopper.bringPasskey(window);
  const confirm = window.getByRole('button', { name: /^Confirm / });
  await confirm.waitFor();
  await pictures.take(window, 'any-shop-confirm');
  await confirm.click();
  await expect(window.getByText('The one-time number is filled in')).toBeVisible();
  await pictures.take(window, 'any-shop-confirmed');
  transcript.stage(
    'identity confirmed',
    'passkey over the hash of exactly what was shown; a one-time number is armed and filled',
  );
  await authenticator.remove();
  await window.close();
  await shop.bringToFront();
  await shop.getByRole('button', { name: /^Pay £/ }).click();
  await expect(shop.getByText('Cheers, that’s ordered.')).toBeVisible();
  await pictures.take(shop, 'any-shop-ordered');
}

/** The shop ships to the hub; hub and carrier report what they see. */
async function ship({ stack, transcript }: Walk, orderNumber: string): Promise<void> {
  const { boardwalk } = stack.shops;
  await boardwalk.desk.ship(orderNumber, { carrier: 'Royal Mail', trackingNumber: 'RM100200300GB' });
  const [purchase] = await stack.server.services.directory<{ delivery: string }[]>`
    select document->>'deliveryNumber' as delivery from purchases order by id desc limit 1`;
  const parcel = { waybill: 'RM100200300GB', deliveryNumber: purchase?.delivery ?? '' };
  await stack.carrier.accept(parcel);
  transcript.stage('shipped', 'the hub takes the parcel by its code and re-labels it');
  transcript.learned('courier', { 'delivery code': parcel.deliveryNumber });
  await stack.carrier.deliver(parcel);
}

async function payBill(walk: Walk): Promise<void> {
  const popup = await openPopup(walk);
  await popup.getByRole('button', { name: 'More' }).click();
  await popup.getByRole('button', { name: 'Account' }).click();
  const paymentReference = (await popup.getByText(/^WV/).textContent()) ?? '';
  await walk.pictures.take(popup, 'any-shop-account');
  await popup.close();
  const { totalMinor, currency } = readOrder(walk.stack.shops.boardwalk.orders());
  await walk.stack.bank.receivePayment({ paymentReference, amountMinor: String(totalMinor), currency });
  walk.transcript.stage('closed', 'the buyer pays the bill by bank transfer');
  walk.transcript.learned('bank', { reference: paymentReference });
  const purchase = await openPurchase(walk, PAYEE);
  await walk.pictures.take(purchase, 'any-shop-closed');
  await purchase.close();
}
