import type { CDPSession, Page } from 'playwright';
import { launchChromium } from '#tests/fixtures/launch-chromium.ts';
import { bundleScript } from '#tests/forms/bundle-page-side.ts';
import type * as fillSide from '#tests/forms/fill-side.ts';
import { serveLargePages } from './large-pages.ts';
import type { Row, Section } from './report.ts';
import { findMedian } from './statistics.ts';

declare global {
  /** What `bundleScript` defines in the page. */
  var wayveilFillSide: typeof fillSide;
  var wayveilFill: fillSide.ReadyFill;
}

const ROUNDS = 5;
const IDENTITY = {
  ...{ name: 'Avery Quill', givenName: 'Avery', familyName: 'Quill', email: 'q7x2m9@mail.example' },
  ...{ tel: '+12025550143', addressLines: ['100 Hub Way', 'PMB 30217'], addressLevel1: 'CA' },
  ...{ regionNames: ['CA', 'California'], addressLevel2: 'Oakland', postalCode: '94607', country: 'US' },
};
const PAGES = [
  ['alone', '/twelve'],
  ['among 3,000 elements', '/twelve-among-elements'],
  ['among 5,000 fields', '/twelve-among-fields'],
] as const;

/** A fill of the fields of an address on pages that grow, beside setting the same values with nothing looked at. */
export async function measureFill(): Promise<Section> {
  const [large, browser] = await Promise.all([serveLargePages(), launchChromium()]);
  try {
    const page = await browser.newPage();
    await page.addInitScript({ content: await bundleScript('fill-side.ts', 'wayveilFillSide') });
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const rows: Row[] = [];
    for (const [name, path] of PAGES) {
      await page.goto(`${large.origin}${path}`, { waitUntil: 'load' });
      rows.push(await measurePage(name, page, session));
    }
    return { name: 'Filling an address of twelve fields', rows, notes: [] };
  } finally {
    await Promise.all([browser.close(), large.close()]);
  }
}

async function measurePage(name: string, page: Page, session: CDPSession): Promise<Row> {
  const count = await page.evaluate(identity => {
    globalThis.wayveilFill = wayveilFillSide.prepareFill({ identity });
    return wayveilFill.fill();
  }, IDENTITY);
  const measure = (act: () => unknown): Promise<number> => measureTasks(page, session, act);
  const costs: { fill: number[]; set: number[] } = { fill: [], set: [] };
  for (let round = 0; round < ROUNDS; round++) {
    await page.evaluate(() => wayveilFill.empty());
    costs.fill.push(await measure(() => wayveilFill.fill()));
    await page.evaluate(() => wayveilFill.empty());
    costs.set.push(await measure(() => wayveilFill.set()));
  }
  return {
    ...{ name: `${count} fields ${name}: main thread`, unit: 'ms', value: findMedian(costs.fill) },
    beside: { name: 'setting the same values', value: findMedian(costs.set) },
  };
}

/** What `act` takes of the page's main thread, with the layout and drawing that follow, in milliseconds. */
async function measureTasks(page: Page, session: CDPSession, act: () => unknown): Promise<number> {
  const read = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(metric => metric.name === 'TaskDuration')?.value ?? Number.NaN;
  };
  const before = await read();
  await page.evaluate(act);
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
  return ((await read()) - before) * 1000;
}
