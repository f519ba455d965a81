import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { launchChromium } from '#tests/fixtures/launch-chromium.ts';
import { bundleDetection } from '#tests/forms/bundle-page-side.ts';
import { serveForms } from '#tests/forms/serve-forms.ts';
import '#tests/forms/predict-pages.ts';
import type { Row, Section } from './report.ts';
import { findMedian, findQuantile } from './statistics.ts';

interface PageTimes {
  detectMs: number;
  readMs: number;
  hasFields: boolean;
}

/** Detection on every page of the forms folder, each beside merely reading the attributes of the same fields. */
export async function measureDetection(): Promise<Section> {
  const folder = resolve(process.env.WAYVEIL_SHARED ?? '../shared', 'forms');
  const name = 'Detection on the development pages';
  if (!existsSync(join(folder, 'index.json'))) {
    return { name, rows: [], notes: [`${folder} is not here (WAYVEIL_SHARED)`] };
  }
  const times = await timePages(folder);
  const [full, empty] = [times.filter(page => page.hasFields), times.filter(page => !page.hasFields)];
  return {
    name,
    rows: [...toRows('pages with fields', full), ...toRows('pages without', empty)],
    notes: [],
  };
}

function toRows(name: string, pages: readonly PageTimes[]): Row[] {
  if (pages.length === 0) return [];
  const detect = pages.map(({ detectMs }) => detectMs);
  const read = pages.map(({ readMs }) => readMs);
  const row = (label: string, find: (values: readonly number[]) => number): Row => ({
    ...{ name: `${pages.length} ${name}: ${label}`, unit: 'ms', value: find(detect) },
    beside: { name: 'reading the same attributes', value: find(read) },
  });
  return [row('median', findMedian), row('p95', values => findQuantile(values, 0.95))];
}

async function timePages(folder: string): Promise<PageTimes[]> {
  const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
  const server = await serveForms(folder);
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.addInitScript({ content: await bundleDetection() });
    const times: PageTimes[] = [];
    for (const { source, id } of index as { source: string; id: string }[]) {
      await page.goto(`${server.origin}/${source}/${id}.html`, { waitUntil: 'load' });
      times.push(await page.evaluate(timePage));
    }
    return times;
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Runs in the page, autocomplete attributes removed: first the plain reading, so that it warms what both need. */
function timePage(): PageTimes {
  for (const element of document.querySelectorAll('[autocomplete]')) element.removeAttribute('autocomplete');
  const startMs = performance.now();
  const fields = document.querySelectorAll<HTMLInputElement>('input,select,textarea');
  const words = Array.from(fields, field => {
    const { name, id, type, placeholder = '', maxLength } = field;
    const label = field.labels?.[0]?.textContent ?? '';
    return [name, id, type, placeholder, maxLength, label, field.getAttribute('aria-label')].join(' ');
  });
  const readMs = performance.now() - startMs;
  const { ms } = wayveilDetection.predictPage();
  return { detectMs: ms, readMs, hasFields: words.length > 0 };
}
