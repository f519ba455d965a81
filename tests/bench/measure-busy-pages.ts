import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { launchExtension } from '#tests/fixtures/extension.ts';
import { launchBare, serveArticle } from './browser-pages.ts';
import { serveLargePages } from './large-pages.ts';
import type { Row, Section } from './report.ts';
import { findMedian } from './statistics.ts';

declare global {
  /** What the restless page defines. */
  var makeRestless: (seconds: number) => Promise<void>;
  var wayveilLongTasks: number[];
}

const ROUNDS = 3;
const RESTLESS_SECONDS = 2;
const LONGEST_WAIT_MS = 60_000;

interface Contexts {
  extension: BrowserContext;
  bare: BrowserContext;
}

/** Pages of 5,000 fields and of 10,000 changes a second, and memory, with the extension beside without it. */
export async function measureBusyPages(): Promise<Section> {
  const [article, large] = await Promise.all([serveArticle(), serveLargePages()]);
  // No wallet server answers there: pages ask nothing of it.
  const [browser, bare] = await Promise.all([launchExtension('http://wallet.localhost:9'), launchBare()]);
  const contexts = { extension: browser.context, bare };
  try {
    return {
      name: 'Content script on large and busy pages',
      rows: [
        ...(await measureBoth(contexts, '5,000 fields', `${large.origin}/fields`, measureLoad)),
        ...(await measureBoth(
          contexts,
          '10,000 changes a second',
          `${large.origin}/restless`,
          measureRestless,
        )),
        ...(await measureBoth(contexts, 'page without a form', article.origin, measureLoad)),
      ],
      notes: [],
    };
  } finally {
    await Promise.all([browser.close(), bare.close(), article.close(), large.close()]);
  }
}

interface Cost {
  taskMs: number;
  longestTaskMs: number;
  heapBytes: number;
}

async function measureBoth(
  { extension, bare }: Contexts,
  name: string,
  address: string,
  measure: (page: Page, session: CDPSession) => Promise<Cost>,
): Promise<Row[]> {
  const costs: { extension: Cost[]; bare: Cost[] } = { extension: [], bare: [] };
  for (let round = 0; round < ROUNDS; round++) {
    costs.extension.push(await measureOnce(extension, address, measure));
    costs.bare.push(await measureOnce(bare, address, measure));
  }
  const row = (label: string, unit: Row['unit'], pick: (cost: Cost) => number): Row => ({
    ...{ name: `${name}: ${label}`, unit, value: findMedian(costs.extension.map(pick)) },
    beside: { name: 'the same page without it', value: findMedian(costs.bare.map(pick)) },
  });
  return [
    row('main thread', 'ms', cost => cost.taskMs),
    row('longest task', 'ms', cost => cost.longestTaskMs),
    row('memory of scripts', 'bytes', cost => cost.heapBytes),
  ];
}

async function measureOnce(
  context: BrowserContext,
  address: string,
  measure: (page: Page, session: CDPSession) => Promise<Cost>,
): Promise<Cost> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  try {
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.addInitScript(watchLongTasks);
    await page.goto(address, { waitUntil: 'load' });
    return await measure(page, session);
  } finally {
    await page.close();
  }
}

async function measureLoad(page: Page, session: CDPSession): Promise<Cost> {
  await awaitRest(session);
  return readCost(page, session, 0);
}

async function measureRestless(page: Page, session: CDPSession): Promise<Cost> {
  await awaitRest(session);
  const before = await readMetric(session, 'TaskDuration');
  await page.evaluate(() => wayveilLongTasks.splice(0));
  await page.evaluate(seconds => makeRestless(seconds), RESTLESS_SECONDS);
  return readCost(page, session, before);
}

async function readCost(page: Page, session: CDPSession, before: number): Promise<Cost> {
  const taskMs = ((await readMetric(session, 'TaskDuration')) - before) * 1000;
  const longestTaskMs = await page.evaluate(() => Math.max(0, ...wayveilLongTasks));
  await session.send('HeapProfiler.collectGarbage');
  return { taskMs, longestTaskMs, heapBytes: await readMetric(session, 'JSHeapUsedSize') };
}

async function readMetric(session: CDPSession, wanted: string): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
}

/** Runs in the page before its own scripts: notes each task of more than 50 ms, as browsers tell them. */
function watchLongTasks(): void {
  globalThis.wayveilLongTasks = [];
  new PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) wayveilLongTasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
}

/** Waits until the main thread has done next to nothing for a second: work in idle slices is over. */
async function awaitRest(session: CDPSession): Promise<void> {
  const deadlineMs = performance.now() + LONGEST_WAIT_MS;
  let last = await readMetric(session, 'TaskDuration');
  for (let quiet = 0; quiet < 2 && performance.now() < deadlineMs; ) {
    await pause(500);
    const now = await readMetric(session, 'TaskDuration');
    quiet = now - last < 0.01 ? quiet + 1 : 0;
    last = now;
  }
}
