import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { ValuesToFill } from '#extension/fill/identity.ts';
import { readArmedNumber } from '#server/cards/arm-number.ts';
import { findCards } from '#server/cards/find-cards.ts';
import { listPurchases } from '#server/purchases/find-purchase.ts';
import { openPopupWithCard } from '#tests/fixtures/buying.ts';
import { joinAsShopper, type Shopper } from '#tests/fixtures/shopper.ts';
import { type Stack, startStack } from '#tests/fixtures/stack.ts';
import { expectValues, type HeldField, listFaults, readLabels } from '#tests/forms/expected-values.ts';
import { type FormsServer, serveForms } from '#tests/forms/serve-forms.ts';

const FOLDER = resolve(process.env.WAYVEIL_SHARED ?? '../shared', 'forms');

/** Pages of checkout, address and card on which every control that a person sees is labelled. */
const PAGES = [
  'ddg/walmart_checkout',
  'ddg/target_checkout',
  'ddg/containerstore_checkout',
  'ddg/wired_checkout',
  'ddg/alaskaair_checkout',
  'ddg/google_store_checkout',
  'ddg/qobuz_com_shopping_cart',
  'ddg/amazon_address',
  'ddg/amazon_card',
  'ddg/victoriassecret_payment-form',
];

/** Each control of a page by its `data-cid`: what it holds, and whether a person could type there. */
type Snapshot = Record<string, { value: string; open: boolean }>;

test.describe('real checkout pages, filled by the extension', () => {
  test.skip(!existsSync(join(FOLDER, 'index.json')), `${FOLDER} is not here (WAYVEIL_SHARED)`);

  let stack: Stack;
  let shopper: Shopper;
  let server: FormsServer;
  test.beforeAll(async () => {
    server = await serveForms(FOLDER);
    stack = await startStack();
    shopper = await joinAsShopper(stack);
  });
  test.afterAll(async () => {
    await shopper?.close();
    await stack?.close();
    await server?.close();
  });

  for (const name of PAGES) {
    test(`S27, S62: ${name} gets from the popup what its labels say, and nothing else`, async () => {
      const page = await shopper.browser.context.newPage();
      await page.goto(`${server.origin.replace('127.0.0.1', 'forms.localhost')}/${name}.html`);
      const before = await takeSnapshot(page);
      await fillFromPopup(shopper, page);
      const after = await takeSnapshot(page);
      const held: Record<string, HeldField> = {};
      for (const [cid, { value }] of Object.entries(after)) {
        const { value: first = '', open = false } = before[cid] ?? {};
        held[cid] = { value, open, changed: value !== first };
      }
      const values = await readValues(stack);
      expect(listFaults(readLabels(FOLDER, name), held, expectValues(values))).toEqual([]);
      expect(Object.values(held).filter(({ changed }) => changed).length).toBeGreaterThan(2);
      await page.close();
    });
  }
});

function takeSnapshot(page: Page): Promise<Snapshot> {
  return page.evaluate(() => {
    const controls = document.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[data-cid]');
    const entries = [...controls].map(control => {
      const { width, height } = control.getBoundingClientRect();
      const seen =
        control.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && width * height > 1;
      const writable = !control.disabled && !control.hasAttribute('readonly');
      const checked = control instanceof HTMLInputElement && control.checked ? ' checked' : '';
      const open = seen && writable && control.value === '';
      return [control.dataset.cid ?? '', { value: control.value + checked, open }] as const;
    });
    return Object.fromEntries(entries);
  });
}

/** Fills delivery where the page asks for it, then pays ten dollars where it asks for a card. */
async function fillFromPopup(shopper: Shopper, page: Page): Promise<void> {
  await page.bringToFront();
  const popup = await openPopupWithCard(shopper, page, 'United States');
  await expect(popup.getByRole('heading', { level: 1 })).toHaveText('forms.localhost');
  const found = await popup
    .getByText(/delivery field/)
    .first()
    .innerText();
  const count = (kind: string) => Number(new RegExp(`(\\d+) ${kind} field`).exec(found)?.[1] ?? 0);
  if (count('delivery') > 0) {
    await popup.getByRole('button', { name: 'Fill delivery' }).click();
    await expect(popup.getByText(/fields? filled/)).toBeVisible();
  }
  if (count('card') === 0) return popup.close();
  const window = await shopper.browser.waitForConfirmWindow(async () => {
    const amount = popup.getByLabel('Amount');
    if (!(await amount.isVisible())) await popup.getByText('Pay here').click();
    await amount.fill('10.00');
    await popup.getByRole('button', { name: 'Go on to confirm' }).click();
  });
  await shopper.bringPasskey(window);
  await window.getByRole('button', { name: 'Confirm $10.00' }).click();
  await expect(window.getByText('The one-time number is filled in')).toBeVisible();
  await window.close();
}

/** What the server knows that the page was to get: the card's identity, and the number of the newest purchase. */
async function readValues({ server: { services } }: Stack): Promise<ValuesToFill> {
  const [row] = await services.directory<{ person_id: string }[]>`select person_id from cards limit 1`;
  const personId = row?.person_id ?? '';
  const [card] = await findCards(services, personId);
  if (!card) throw new Error('the shopper has no card');
  const { address, latin: _latin, ...person } = card.virtualIdentity;
  const identity = { ...person, ...address };
  const [purchase] = await listPurchases(services.directory, { personId }, { limit: 1 });
  const armed = purchase && (await readArmedNumber(services, purchase));
  if (!armed) return { identity };
  const { primaryAccountNumber: number, expiryMonth, expiryYear, cardSecurityCode: csc } = armed;
  const expiry = { expiryMonth: Number(expiryMonth), expiryYear: Number(expiryYear) };
  return { identity, card: { ...{ number, csc, name: identity.name }, ...expiry } };
}
