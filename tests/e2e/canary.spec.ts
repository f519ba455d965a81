import { expect, test } from '@playwright/test';
import { openBooks } from '#tests/fixtures/books.ts';
import { fillDelivery, openCheckout, payByPasskey } from '#tests/fixtures/buying.ts';
import { dumpDatabase, findCanaries } from '#tests/fixtures/canaries.ts';
import {
  actInPopup,
  lookFromPopup,
  openNewestPurchase,
  orderAtClassic,
  readMemberFacts,
} from '#tests/fixtures/member-checkout.ts';
import { VISITS } from '#tests/fixtures/shop-visits.ts';
import { CANARIES, joinAsShopper, SHOPPER, type Shopper } from '#tests/fixtures/shopper.ts';
import { type Stack, startStack } from '#tests/fixtures/stack.ts';

let stack: Stack;
let shopper: Shopper;

test.beforeAll(async () => {
  stack = await startStack();
  shopper = await joinAsShopper(stack);
  await buyAtAnyShop();
  await buyAtMemberShop();
});

test.afterAll(async () => {
  await shopper?.close();
  await stack?.close();
});

/** Advanced: filled, paid and confirmed at Kestrel Audio. */
async function buyAtAnyShop(): Promise<void> {
  const shop = await openCheckout(stack, shopper, VISITS.classic);
  await fillDelivery(shopper, shop, VISITS.classic.country);
  await payByPasskey(shopper, shop, VISITS.classic);
  await shop.bringToFront();
  await VISITS.classic.placeOrder(shop);
}

/** Held: ordered by unique address, confirmed, shipped, resolved by the carrier, received. */
async function buyAtMemberShop(): Promise<void> {
  const { uniqueAddress, paymentReference } = await readMemberFacts(shopper);
  await stack.bank.receivePayment({ paymentReference, amountMinor: '100000', currency: 'USD' });
  const { orderNumber } = await orderAtClassic(shopper, stack, uniqueAddress);
  const window = await lookFromPopup(shopper);
  await shopper.bringPasskey(window);
  await window.getByRole('button', { name: /^Confirm / }).click();
  await expect(window.getByRole('heading', { name: /^Confirmed/ })).toBeVisible();
  const isReady = () => stack.shops.classic.orders().at(-1)?.state === 'ready_to_ship';
  await expect.poll(isReady).toBe(true);
  const parcel = { waybill: `WB-${orderNumber}`, orderNumber };
  await stack.shops.classic.desk.ship(orderNumber, {
    carrier: 'Tern Parcels',
    trackingNumber: parcel.waybill,
  });
  const { deliveryNumber } = await openBooks(stack).getOrder(stack.members.classic, orderNumber);
  await stack.carrier.resolve({ fieldNumber: deliveryNumber, ...parcel, use: 'print' });
  await stack.carrier.deliver(parcel);
  const popup = await openNewestPurchase(shopper);
  await actInPopup(popup, 'I have my parcel');
  await expect(popup.getByText(/^All done: /)).toBeVisible();
  await stack.server.runDueJobs();
}

test('S18, S27, S38: no request to a shop, no stored order and no webhook holds a canary', () => {
  const heard = Object.values(stack.shops).map(shop => [shop.requests(), shop.orders()]);
  expect(stack.shops.classic.webhooks().length).toBeGreaterThan(0);
  expect(findCanaries([heard, stack.shops.classic.webhooks(), stack.shops.hanok.webhooks()])).toEqual([]);
});

test('S1: no row of the directory and no line of the log holds a canary', async () => {
  const dump = await dumpDatabase(stack.server.services.directory);
  expect(dump).toContain('purchases: {');
  expect(stack.log.lines.length).toBeGreaterThan(0);
  expect(findCanaries(dump)).toEqual([]);
  expect(findCanaries(stack.log.lines)).toEqual([]);
});

test('S38: neither acquirer nor bank was told a canary', () => {
  expect(stack.acquirer.exchanges().length).toBeGreaterThan(0);
  expect(findCanaries([stack.acquirer.exchanges(), stack.bank.notices()])).toEqual([]);
});

test('S56, S63: the courier alone was told where the parcel goes, and nothing but that', () => {
  const learned = stack.carrier.learned();
  expect(findCanaries(learned)).toEqual(['Hawksbeard', '97401']);
  expect(JSON.stringify(learned)).toContain(SHOPPER.line1);
});

test('a planted canary is found in each kind of place', async () => {
  const [canary = ''] = CANARIES;
  expect(findCanaries([{ url: `/order?name=${canary}` }])).toEqual([canary]);
  expect(findCanaries(`\\x${Buffer.from(`{"name":"${canary}"}`).toString('hex')}`)).toEqual([canary]);
  const sql = stack.server.services.directory;
  await sql`create table planted as select convert_to(${canary}, 'utf8') as bytes, ${canary.toUpperCase()} as text`;
  const dump = await dumpDatabase(sql);
  await sql`drop table planted`;
  expect(findCanaries(dump)).toEqual([canary]);
  expect(findCanaries(dump.replaceAll(canary.toUpperCase(), ''))).toEqual([canary]);
});
