import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test, type Visit } from '#tests/fixtures/world-test.ts';
import { predictPages } from '#tests/forms/predict-pages.ts';

/** Words of somebody's, in every place where a checkout may hold one. */
const CANARIES = ['Quetzalli', 'Hawksbeard', 'Vandersteen', '97401', 'marisol', '5035550163', 'Zqvexibo'];

const CHECKOUT = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Checkout of Quetzalli</title></head><body>
<!-- Vandersteen --><script>const owner = 'marisol Vandersteen 5035550163'</script>
<p>Welcome back, Marisol Quetzalli Vandersteen</p>
<form action="/pay?owner=marisol" data-owner="Vandersteen"><input type="hidden" name="token" value="Zqvexibo">
<fieldset><legend>Delivery to Quetzalli</legend>
<label for="addr_marisol_1">Street address</label><input id="addr_marisol_1" name="marisol[street]" value="812 Hawksbeard Terrace">
<label>City <input name="city" placeholder="Eugene, Hawksbeard" title="for Vandersteen"></label>
<label>ZIP code <input name="f3" value="97401"></label>
<label>Wohnsitzgemeinde <input name="f4"></label>
<label>Saved address <select name="saved"><option value="97401">Marisol, 812 Hawksbeard Terrace</option></select></label>
<label>Country <select name="country"><option value="US">United States</option><option value="DE">Germany</option></select></label>
<label>Notes <textarea name="notes">ask for Quetzalli</textarea></label>
</fieldset></form></body></html>`;

test.use({ pages: { '/checkout': () => CHECKOUT } });

/** Presses the extension's button on the tab, which lends it (`activeTab`), and opens the page from the popup. */
async function openWhy({
  openPage,
  shopper,
}: Pick<Visit, 'openPage' | 'shopper'>): Promise<{ shop: Page; why: Page }> {
  const { browser } = shopper;
  const shop = await openPage('/checkout', 'lamps');
  await shop.getByLabel('City').pressSequentially('Hawksbeard');
  const session = await browser.context.browser()?.newBrowserCDPSession();
  const { targetInfos = [] } =
    (await session?.send('Target.getTargets', { filter: [{ type: 'tab' }] })) ?? {};
  const tab = targetInfos.find(({ url }) => url === shop.url());
  await session?.send('Extensions.triggerAction', { id: browser.extensionId, targetId: tab?.targetId ?? '' });
  const popup = await shopper.openPopup(shop);
  const [why] = await Promise.all([
    browser.context.waitForEvent('page', { predicate: page => page.url().includes('/why.html') }),
    popup.getByRole('button', { name: 'Why these fields?' }).click(),
  ]);
  return { shop, why };
}

async function download(why: Page, button: string): Promise<string> {
  const [saved] = await Promise.all([
    why.waitForEvent('download'),
    why.getByRole('button', { name: button }).click(),
  ]);
  return readFileSync(await saved.path(), 'utf8');
}

test('each field is shown with its meaning and what led there', async ({ openPage, shopper }) => {
  const { shop, why } = await openWhy({ openPage, shopper });
  await expect(why.getByRole('heading', { name: 'The fields of lamps.localhost' })).toBeVisible();
  const zip = why.locator('article', { hasText: 'ZIP code' });
  await expect(zip.getByLabel('Asks for')).toHaveValue('postal-code');
  await expect(zip.locator('li').first()).toContainText('Label');
  await expect(zip.locator('li').first()).toContainText('Postcode');
  const unknown = why.locator('article', { hasText: 'Wohnsitzgemeinde' });
  await expect(unknown.getByLabel('Asks for')).toHaveValue('none');
  await why.close();
  await shop.close();
});

test('the copy holds what was said and nothing of anybody, and is a page of the forms corpus', async ({
  openPage,
  shopper,
}) => {
  const { shop, why } = await openWhy({ openPage, shopper });
  await why
    .locator('article', { hasText: 'Wohnsitzgemeinde' })
    .getByLabel('Asks for')
    .selectOption('address-level2');
  await expect(why.getByText('Said by you.')).toBeVisible();
  await why.getByRole('button', { name: 'Make the copy' }).click();
  await why.getByLabel('Wohnsitzgemeinde', { exact: true }).check();
  const html = await download(why, 'Save the page');
  const labels = await download(why, 'Save what I said');
  for (const canary of CANARIES) {
    expect(html.toLowerCase()).not.toContain(canary.toLowerCase());
    expect(labels.toLowerCase()).not.toContain(canary.toLowerCase());
  }
  for (const word of ['Street address', 'ZIP code', 'Wohnsitzgemeinde', 'United States', 'data-cid="0"']) {
    expect(html).toContain(word);
  }
  const page = JSON.parse(labels);
  expect(page).toMatchObject({ source: 'reported', kind: 'address', lang: 'en', n_labelled: 7 });

  const folder = mkdtempSync(join(tmpdir(), 'wayveil-forms-'));
  for (const part of ['pages', 'labels']) mkdirSync(join(folder, part, 'reported'), { recursive: true });
  writeFileSync(join(folder, 'pages', 'reported', `${page.id}.html`), html);
  writeFileSync(join(folder, 'index.json'), JSON.stringify([page]));
  const predicted = await predictPages({ folder, keepAutocomplete: false });
  rmSync(folder, { recursive: true, force: true });
  const tokens = predicted[`reported/${page.id}`]?.p ?? {};
  const said = Object.fromEntries(
    page.labels.map(({ cid, label }: { cid: number; label: string }) => [cid, label]),
  );
  // What was taken for something in the page is taken for the same in its copy; what was missed is missed in both.
  expect(tokens).toEqual(
    Object.fromEntries(
      Object.entries(said).filter(([cid, label]) => label !== 'none' && tokens[cid] !== undefined),
    ),
  );
  expect(Object.values(tokens)).toEqual(expect.arrayContaining(['address-line1', 'postal-code', 'country']));
  await why.close();
  await shop.close();
});
