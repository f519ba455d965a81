import { expect, type Page, test } from '@playwright/test';
import type { Purchase } from '#shared/purchase/purchase.ts';
import { type Books, openBooks } from '#tests/fixtures/books.ts';
import {
  actInPopup,
  lookFromPopup,
  type MemberFacts,
  openNewestPurchase,
  orderAtClassic,
  readMemberFacts,
} from '#tests/fixtures/member-checkout.ts';
import { joinAsShopper, type Shopper } from '#tests/fixtures/shopper.ts';
import { type Stack, startStack } from '#tests/fixtures/stack.ts';

let stack: Stack;
let shopper: Shopper;
let facts: MemberFacts;
let books: Books;

// Each purchase is counted from what there was before it: whoever runs tests opens a world and takes a part.
test.describe.configure({ mode: 'parallel' });

test.beforeAll(async () => {
  stack = await startStack();
  books = openBooks(stack);
  shopper = await joinAsShopper(stack);
  facts = await readMemberFacts(shopper);
  const { paymentReference } = facts;
  await stack.bank.receivePayment({ paymentReference, currency: 'USD', amountMinor: '1000000' });
});

test.afterAll(async () => {
  await shopper?.close();
  await stack?.close();
});

/** What one purchase passes on its way, so that the steps stand by themselves. */
interface Walk {
  orderNumber: string;
  shop: Page;
  popup: Page;
  window: Page;
}

interface Step {
  name: string;
  act(walk: Partial<Walk>): Promise<Partial<Walk>>;
}

function take<K extends keyof Walk>(walk: Partial<Walk>, key: K): Walk[K] {
  const kept: Partial<Walk>[K] = walk[key];
  if (kept === undefined) throw new Error(`the walk has no ${key} yet`);
  return kept as Walk[K];
}

const CONFIRM = /^Confirm \$/;

const HELD: readonly Step[] = [
  {
    name: 'the order',
    act: async () => {
      const { page: shop, orderNumber } = await orderAtClassic(shopper, stack, facts.uniqueAddress);
      return { shop, orderNumber };
    },
  },
  {
    name: 'the confirm window',
    act: async () => {
      const window = await lookFromPopup(shopper);
      await shopper.bringPasskey(window);
      await expect(window.getByRole('button', { name: CONFIRM })).toBeVisible();
      return { window };
    },
  },
  {
    name: 'the confirmation',
    act: async walk => {
      const window = take(walk, 'window');
      await window.getByRole('button', { name: CONFIRM }).click();
      await expect(window.getByRole('heading', { name: /^Confirmed: / })).toBeVisible();
      return {};
    },
  },
  {
    name: 'the shipment',
    act: async walk => {
      await take(walk, 'window').close();
      const orderNumber = take(walk, 'orderNumber');
      const { desk } = stack.shops.classic;
      await expect.poll(() => desk.find(orderNumber)?.state).toBe('ready_to_ship');
      await desk.ship(orderNumber, { carrier: 'Tern', trackingNumber: `WB-${orderNumber}` });
      const popup = await openNewestPurchase(shopper);
      await expect(popup.getByRole('button', { name: 'I have my parcel' })).toBeVisible();
      return { popup };
    },
  },
  {
    name: 'the receipt',
    act: async walk => {
      const popup = take(walk, 'popup');
      await actInPopup(popup, 'I have my parcel');
      await expect(popup.getByText(/^All done: /)).toBeVisible();
      return {};
    },
  },
];

async function goToCheckout() {
  const shop = await shopper.browser.context.newPage();
  await shop.goto(stack.shops.classic.origin);
  await shop.locator('form:has([value="C-1"]) button').click();
  await shop.getByRole('link', { name: 'Checkout' }).click();
  return { shop };
}

async function fillDelivery(walk: Partial<Walk>) {
  const popup = take(walk, 'popup');
  await popup.getByRole('button', { name: 'Fill delivery' }).click();
  await expect(popup.getByText(/fields filled/)).toBeVisible();
  return {};
}

async function payAtShop(walk: Partial<Walk>) {
  const shop = take(walk, 'shop');
  await shop.bringToFront();
  await shop.getByLabel('I agree').check();
  await shop.getByRole('button', { name: 'Place order' }).click();
  await expect(shop.getByRole('heading', { name: 'Thank you' })).toBeVisible();
  const orderNumber = await shop.locator('.order-number').innerText();
  await stack.shops.classic.desk.ship(orderNumber, { carrier: 'Tern', trackingNumber: orderNumber });
  return { orderNumber };
}

const ADVANCED: readonly Step[] = [
  {
    name: 'the checkout',
    act: goToCheckout,
  },
  {
    name: 'the preview',
    act: async walk => {
      const popup = await shopper.openPopup(take(walk, 'shop'));
      await expect(popup.getByRole('button', { name: 'Fill delivery' })).toBeVisible();
      return { popup };
    },
  },
  {
    name: 'the fill',
    act: fillDelivery,
  },
  {
    name: 'the placing',
    act: async walk => {
      const go = take(walk, 'popup').getByRole('button', { name: 'Go on to confirm' });
      const window = await shopper.browser.waitForConfirmWindow(() => go.click());
      await shopper.bringPasskey(window);
      await expect(window.getByRole('button', { name: CONFIRM })).toBeVisible();
      return { window };
    },
  },
  {
    name: 'the confirmation',
    act: async walk => {
      const window = take(walk, 'window');
      await window.getByRole('button', { name: CONFIRM }).click();
      await expect(window.getByText('The one-time number is filled in')).toBeVisible();
      return {};
    },
  },
  {
    name: 'a second fill',
    act: async walk => {
      const window = take(walk, 'window');
      await window.getByRole('button', { name: 'Fill again' }).click();
      await expect(window.getByRole('button', { name: 'Fill again' })).toBeEnabled();
      await window.close();
      return {};
    },
  },
  {
    name: 'the charge',
    act: payAtShop,
  },
  {
    name: 'the receipt',
    act: async () => {
      const popup = await openNewestPurchase(shopper);
      await actInPopup(popup, 'I have my parcel');
      await expect(popup.getByText(/^All done: /)).toBeVisible();
      return { popup };
    },
  },
];

/** Walks all steps; the service worker dies after each of which the number is in `deaths`. */
async function walkSteps(steps: readonly Step[], deaths: ReadonlySet<number>): Promise<void> {
  let walk: Partial<Walk> = {};
  for (const [index, step] of steps.entries()) {
    walk = { ...walk, ...(await step.act(walk)) };
    if (deaths.has(index)) await shopper.browser.stopServiceWorker();
  }
  for (const page of [walk.popup, walk.shop]) await page?.close();
}

async function listPurchases(): Promise<Purchase[]> {
  const rows = await stack.server.services.directory<{ id: string }[]>`select id from purchases order by id`;
  return Promise.all(rows.map(({ id }) => books.getPurchase(id)));
}

/** Exactly one more purchase, gone its whole way once: one amount set aside, one charge, one receipt. */
async function expectOneMore(known: number): Promise<void> {
  const purchases = await listPurchases();
  expect(purchases).toHaveLength(known + 1);
  const [purchase] = purchases.slice(-1);
  expect(purchase?.state).toBe('closed');
  const events = await stack.server.services.directory<{ type: string; count: bigint }[]>`
    select type, count(*) as count from purchase_events
    where purchase_id = ${purchase?.id ?? ''} group by type having count(*) > 1`;
  expect([...events]).toEqual([]);
  expect(await books.listWrong()).toEqual([]);
}

for (const [kind, steps] of [
  ['held', HELD],
  ['advanced', ADVANCED],
] as const) {
  for (const [index, { name }] of steps.entries()) {
    test(`S34: a purchase (${kind}) loses and doubles nothing when the worker dies after ${name}`, async () => {
      const { length: known } = await listPurchases();
      await walkSteps(steps, new Set([index]));
      await expectOneMore(known);
    });
  }
  test(`S34: a purchase (${kind}) loses and doubles nothing when the worker dies after every step`, async () => {
    const { length: known } = await listPurchases();
    await walkSteps(steps, new Set(steps.keys()));
    await expectOneMore(known);
  });
}

/** Kills the worker while the server still works on the command that `act` sends; then the server goes on. */
async function killInFlight(act: () => Promise<unknown>): Promise<void> {
  const sql = stack.server.services.directory;
  await sql.begin(async tx => {
    await tx`lock table purchases in share row exclusive mode`;
    await act();
    const countWaiting = async () =>
      (await sql`select 1 from pg_locks where not granted and relation = 'purchases'::regclass`).length;
    await expect.poll(countWaiting, { intervals: [20] }).toBeGreaterThan(0);
    await shopper.browser.stopServiceWorker();
  });
}

test('S34: a placing, a confirmation and a receipt are done once when the worker dies while they are under way', async () => {
  const { length: known } = await listPurchases();
  const { shop } = await goToCheckout();
  const popup = await shopper.openPopup(shop);
  await fillDelivery({ popup });
  const go = popup.getByRole('button', { name: 'Go on to confirm' });
  const window = await shopper.browser.waitForConfirmWindow(() => killInFlight(() => go.click()));
  await shopper.bringPasskey(window);
  await killInFlight(() => window.getByRole('button', { name: CONFIRM }).click());
  await expect(window.getByText('The one-time number is filled in')).toBeVisible();
  await window.close();
  await payAtShop({ shop });
  const buying = await openNewestPurchase(shopper);
  await killInFlight(() => actInPopup(buying, 'I have my parcel'));
  await expect(buying.getByText(/^All done: /)).toBeVisible();
  await expectOneMore(known);
});
