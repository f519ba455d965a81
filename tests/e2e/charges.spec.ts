import { expect, type Page, test } from '@playwright/test';
import type { Purchase } from '#shared/purchase/purchase.ts';
import { type Books, openBooks } from '#tests/fixtures/books.ts';
import { fillDelivery, openPurchase, payByPasskey } from '#tests/fixtures/buying.ts';
import { VISITS } from '#tests/fixtures/shop-visits.ts';
import { joinAsShopper, type Shopper } from '#tests/fixtures/shopper.ts';
import { type Stack, startStack } from '#tests/fixtures/stack.ts';
import { type CardClient, createCardClient } from '#tests/shops/card-client.ts';
import type { Merchant, PaymentCard } from '#tests/world/acquirer-protocol.ts';

/** A shop without any part of Wayveil: German, euros, paid by card. */
const VISIT = VISITS.atelier;
const { country, amountMinor } = VISIT;
const TITLE = /charges? (?:was|were) declined/;

let stack: Stack;
let shopper: Shopper;
let books: Books;

test.beforeAll(async () => {
  stack = await startStack();
  books = openBooks(stack);
  shopper = await joinAsShopper(stack, { country });
});

test.afterAll(async () => {
  await shopper?.close();
  await stack?.close();
});

const FIELDS = {
  number: 'Kartennummer',
  expiry: 'Gültig bis',
  csc: 'Prüfziffer (CVC)',
  name: 'Karteninhaber',
} as const;
type TypedCard = Record<keyof typeof FIELDS, string>;

/** A checkout whose delivery is filled and whose card is asked for. */
async function goToCardStep(items = 1): Promise<Page> {
  const shop = await shopper.browser.context.newPage();
  await shop.goto(VISIT.shop(stack).origin);
  for (let item = 0; item < items; item++) {
    await shop.getByRole('button', { name: 'Atelier Lindgrün' }).click();
    await shop.getByRole('button', { name: 'In den Warenkorb' }).first().click();
  }
  await shop.getByRole('button', { name: 'Zur Kasse' }).click();
  await VISIT.passDelivery(shop, () => fillDelivery(shopper, shop, country));
  return shop;
}

/** Goes as far as the filled card, and reads what the page got. */
async function armAtShop(): Promise<{ shop: Page; typed: TypedCard; purchase: Purchase }> {
  const shop = await goToCardStep();
  const window = await payByPasskey(shopper, shop, VISIT);
  await expect(window.getByText('The one-time number is filled in')).toBeVisible();
  await window.close();
  await shop.bringToFront();
  const read = async (field: keyof typeof FIELDS) => shop.getByLabel(FIELDS[field]).inputValue();
  const typed = {
    ...{ number: await read('number'), expiry: await read('expiry') },
    ...{ csc: await read('csc'), name: await read('name') },
  };
  const [row] = await stack.server.services.directory<{ id: string }[]>`
    select id from purchases order by id desc limit 1`;
  return { shop, typed, purchase: await books.getPurchase(row?.id ?? '') };
}

/** Types a card that the shop has seen before, as somebody does who kept it. */
async function typeCard(shop: Page, typed: TypedCard): Promise<void> {
  for (const field of ['name', 'number', 'expiry', 'csc'] as const) {
    await shop.getByLabel(FIELDS[field]).fill(typed[field]);
  }
}

async function order(shop: Page): Promise<void> {
  await shop.getByRole('button', { name: 'Weiter' }).click();
  await shop.getByRole('button', { name: 'Zahlungspflichtig bestellen' }).click();
}

function readCard({ number, expiry, csc }: TypedCard): PaymentCard {
  const [month = '', year = ''] = expiry.split('/').map(part => part.trim());
  return { number: number.replace(/\D/g, ''), expiryDate: `${year.slice(-2)}${month}`, csc };
}

/** The merchant as the acquirer knows it; the host is its own. */
function openAccount(host: string): CardClient {
  const merchant: Merchant = {
    ...{ id: 'SHOP1', name: 'Shop', city: 'Leipzig', country: 'DE', mcc: '5719' },
    host,
  };
  return createCardClient(stack.acquirer.origin, merchant);
}

/** All money of a purchase as the books have it: what must be the same before and after a decline. */
async function readMoney({ id, personId }: Purchase) {
  const balance = await books.readBalance(personId, 'EUR');
  return { balance, transfers: await books.listTransfers(id), wrong: await books.listWrong() };
}

function lastResponseCode(): string | undefined {
  return stack.acquirer.exchanges().at(-1)?.responseCode;
}

test('S39: a one-time number is charged once; the second charge is declined at the shop and by its acquirer', async () => {
  const { shop, typed, purchase } = await armAtShop();
  await order(shop);
  await expect(shop.getByText('Vielen Dank für Ihre Bestellung')).toBeVisible();
  expect(lastResponseCode()).toBe('00');
  await shop.close();
  const before = await readMoney(purchase);

  const again = await goToCardStep();
  await typeCard(again, typed);
  await order(again);
  await expect(again.getByText('Ihre Karte wurde abgelehnt.')).toBeVisible();
  expect(lastResponseCode()).toBe('57');
  await again.close();
  const charge = {
    source: { card: readCard(typed) },
    amountMinor,
    reference: 'AL-2',
    capture: 'now',
  } as const;
  const declined = await openAccount(purchase.payee.host).authorise({ ...charge, currency: 'EUR' });
  expect(declined).toMatchObject({ status: 'declined', responseCode: '57' });

  expect(await readMoney(purchase)).toEqual(before);
  const popup = await openPurchase(shopper, purchase.payee.host);
  await expect(popup.getByText('2 charges were declined')).toBeVisible();
  await expect(popup.getByText('once more, after the number had been used')).toHaveCount(2);
  await popup.close();
});

test('S39: another amount and another payee are declined, and the number still pays what was confirmed', async () => {
  const { shop, typed, purchase } = await armAtShop();
  const before = await readMoney(purchase);
  const more = await goToCardStep(2);
  await typeCard(more, typed);
  await order(more);
  await expect(more.getByText('Ihre Karte wurde abgelehnt.')).toBeVisible();
  expect(lastResponseCode()).toBe('13');
  await more.close();
  const bigger = { source: { card: readCard(typed) }, amountMinor: amountMinor + 100 };
  const own = openAccount(purchase.payee.host);
  const asked = { currency: 'EUR', reference: 'AL-3', capture: 'now' } as const;
  expect(await own.authorise({ ...bigger, ...asked })).toMatchObject({ responseCode: '13' });
  expect(await own.authorise({ ...bigger, ...asked, amountMinor: 1 })).toMatchObject({ responseCode: '13' });
  const same = { ...bigger, ...asked, amountMinor };
  const other = openAccount('somewhere-else.localhost');
  expect(await other.authorise(same)).toMatchObject({ responseCode: '57' });
  expect(await own.authorise({ ...same, currency: 'USD' })).toMatchObject({ responseCode: '13' });
  expect(await readMoney(purchase)).toEqual(before);
  await order(shop);
  await expect(shop.getByText('Vielen Dank für Ihre Bestellung')).toBeVisible();
  await shop.close();

  const popup = await openPurchase(shopper, purchase.payee.host);
  await expect(popup.getByText('5 charges were declined')).toBeVisible();
  await expect(popup.getByText('which is not what you confirmed')).toHaveCount(4);
  const foreign = popup.getByText('somewhere-else.localhost asked for €49.90 on a number that only pays');
  await expect(foreign).toBeVisible();
  await popup.close();
});

test('a late charge is declined, the purchase is over, and the popup says both', async () => {
  const { shop, purchase } = await armAtShop();
  const before = await readMoney(purchase);
  await stack.advance(15 * 60_000);
  await order(shop);
  await expect(shop.getByText('Ihre Karte wurde abgelehnt.')).toBeVisible();
  expect(lastResponseCode()).toBe('54');
  await shop.close();
  const { balance, wrong } = await readMoney(purchase);
  expect({ balance, wrong }).toEqual({ balance: before.balance, wrong: [] });
  expect((await books.getPurchase(purchase.id)).state).toBe('expired');
  const popup = await openPurchase(shopper, purchase.payee.host);
  await expect(popup.getByText(TITLE)).toBeVisible();
  await expect(popup.getByText('after the one-time number had ended')).toBeVisible();
  await expect(popup.locator('.stages-branch')).toContainText('Expired');
  await popup.close();
});
