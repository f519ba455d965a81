import { setTimeout as pause } from 'node:timers/promises';
import { expect, type Page } from '@playwright/test';
import { readTrialBalance } from '#server/ledger/trial-balance.ts';
import { formatMoney } from '#shared/money/amount.ts';
import { isCurrency } from '#shared/money/currency.ts';
import type { Shopper } from '#tests/fixtures/shopper.ts';
import type { Stack } from '#tests/fixtures/stack.ts';
import type { ShopOrder } from '#tests/shops/order.ts';
import { type Pictures, POPUP_SIZE } from './pictures.ts';
import type { Transcript } from './transcript.ts';

/** All that a walk through a purchase uses. */
export interface Walk {
  stack: Stack;
  shopper: Shopper;
  transcript: Transcript;
  pictures: Pictures;
}

/** The popup at the size that people see, over `shop`. */
export async function openPopup({ shopper }: Walk, shop?: Page): Promise<Page> {
  const popup = await shopper.openPopup(shop);
  await popup.setViewportSize(POPUP_SIZE);
  return popup;
}

/** Opens the newest purchase in a popup of its own. */
export async function openPurchase(walk: Walk, payee: string): Promise<Page> {
  const popup = await openPopup(walk);
  await popup.getByRole('button', { name: 'Purchases' }).click();
  await popup.getByRole('button', { name: payee }).first().click();
  await popup.getByRole('region', { name: 'Stages of the purchase' }).waitFor();
  return popup;
}

/** "I have my parcel", pressed and confirmed in the popup. */
export async function receiveParcel(walk: Walk, payee: string, picture: string): Promise<void> {
  const popup = await openPurchase(walk, payee);
  await walk.pictures.take(popup, `${picture}-shipped`);
  await popup.getByRole('button', { name: 'I have my parcel' }).click();
  await popup.getByRole('dialog').getByRole('button', { name: 'I have my parcel' }).click();
  await expect(popup.getByRole('dialog')).toBeHidden();
  await walk.pictures.take(popup, `${picture}-received`);
  await popup.close();
}

/** The newest order of a shop; a shop that took none has failed the walk. */
export function readOrder(orders: readonly ShopOrder[]): ShopOrder {
  const order = orders.at(-1);
  if (!order) throw new Error('the shop took no order');
  return order;
}

/** What the shop keeps of its customer. */
export function tellOrder({ transcript }: Walk, order: ShopOrder): void {
  const kept = Object.entries(order.fields).filter(
    ([name, value]) => value !== '' && /name|addr|zip|post|town|city|phone|email/i.test(name),
  );
  transcript.learned('shop', { 'order number': order.number, ...Object.fromEntries(kept) });
}

/** How the books stand: every sum must be zero. */
export async function tellBalance({ stack, transcript }: Walk): Promise<void> {
  for (const { currency, totalMinor, driftMinor, pendingMinor } of await readTrialBalance(
    stack.server.services.directory,
  )) {
    const balanced = totalMinor === 0n && driftMinor === 0n && pendingMinor === 0n;
    if (!balanced || !isCurrency(currency)) throw new Error(`the ledger does not balance in ${currency}`);
    transcript.money(
      `ledger balanced in ${currency}: debits less credits ${formatMoney(totalMinor, currency, 'en')}`,
    );
  }
}

/** Waits until `holds`, looking every 50 ms; throws with `what` after ten seconds. */
export async function waitUntil(holds: () => boolean, what: string): Promise<void> {
  for (const endsAtMs = Date.now() + 10_000; Date.now() < endsAtMs; await pause(50)) {
    if (holds()) return;
  }
  throw new Error(`not in time: ${what}`);
}
