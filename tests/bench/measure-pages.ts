import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { launchExtension } from '#tests/fixtures/extension.ts';
import { startClassicShop } from '#tests/shops/classic/shop.ts';
import { startAcquirer } from '#tests/world/acquirer.ts';
import { agreeingIssuer } from '#tests/world/issuer-messages.ts';
import { launchBare, serveArticle } from './browser-pages.ts';
import type { Row, Section } from './report.ts';
import { findMedian } from './statistics.ts';

const ROUNDS = 15;
const WARM_UP_ROUNDS = 3;

/** What one load of a page cost its renderer's main thread. */
interface PageCost {
  scriptMs: number;
  taskMs: number;
}

type Visit = (context: BrowserContext) => Promise<Page>;

/** Time of scripts on a page without a form and on a checkout, with the extension beside without it. */
export async function measurePages(): Promise<Section> {
  const article = await serveArticle();
  const acquirer = await startAcquirer({ issuer: agreeingIssuer });
  const shop = await startClassicShop({ acquirerOrigin: acquirer.origin });
  // No wallet server answers there: pages ask nothing of it.
  const browser = await launchExtension('http://wallet.localhost:9');
  const bare = await launchBare();
  try {
    const contexts = { extension: browser.context, bare };
    return {
      name: 'Content script in a page',
      rows: [
        ...(await measurePage('page without a form', contexts, context => visit(context, article.origin))),
        ...(await measurePage('checkout', contexts, context => visitCheckout(context, shop.origin))),
      ],
      notes: [],
    };
  } finally {
    await Promise.all([browser.close(), bare.close()]);
    await Promise.all([article.close(), shop.close(), acquirer.close()]);
  }
}

async function visit(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

async function visitCheckout(context: BrowserContext, origin: string): Promise<Page> {
  const page = await visit(context, origin);
  await page.getByRole('button', { name: 'Add to basket' }).first().click();
  await page.getByRole('link', { name: 'Checkout' }).click();
  return page;
}

async function measurePage(
  name: string,
  contexts: { extension: BrowserContext; bare: BrowserContext },
  open: Visit,
): Promise<Row[]> {
  const [extension, bare] = [await open(contexts.extension), await open(contexts.bare)];
  const costs: { extension: PageCost[]; bare: PageCost[] } = { extension: [], bare: [] };
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round += 1) {
    const measured = { extension: await measureLoad(extension), bare: await measureLoad(bare) };
    if (round < WARM_UP_ROUNDS) continue;
    costs.extension.push(measured.extension);
    costs.bare.push(measured.bare);
  }
  await Promise.all([extension.close(), bare.close()]);
  const median = (of: PageCost[], pick: (cost: PageCost) => number) => findMedian(of.map(pick));
  const script = (of: PageCost[]) => median(of, cost => cost.scriptMs);
  const task = (of: PageCost[]) => median(of, cost => cost.taskMs);
  return [
    {
      ...{ name: `${name}: scripts of the extension`, unit: 'ms' },
      value: script(costs.extension) - script(costs.bare),
    },
    {
      ...{ name: `${name}: main thread`, unit: 'ms', value: task(costs.extension) },
      beside: { name: 'the same page without it', value: task(costs.bare) },
    },
  ];
}

/** Loads the page anew and waits until its main thread has nothing to do. */
async function measureLoad(page: Page): Promise<PageCost> {
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const before = await readCost(session);
    await page.reload({ waitUntil: 'load' });
    await page.evaluate(settle);
    const after = await readCost(session);
    return { scriptMs: after.scriptMs - before.scriptMs, taskMs: after.taskMs - before.taskMs };
  } finally {
    await session.detach();
  }
}

/** Runs in the page: two idle periods and the frames between them, so that what waits for idleness has run. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 2; turn += 1) {
    await new Promise(resolve => requestIdleCallback(resolve, { timeout: 2000 }));
    await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve, 150)));
  }
}

async function readCost(session: CDPSession): Promise<PageCost> {
  const { metrics } = await session.send('Performance.getMetrics');
  const read = (name: string) => (metrics.find(metric => metric.name === name)?.value ?? Number.NaN) * 1000;
  return { scriptMs: read('ScriptDuration'), taskMs: read('TaskDuration') };
}
