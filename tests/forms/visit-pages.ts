import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { launchChromium } from '#tests/fixtures/launch-chromium.ts';
import { bundleDetection } from './bundle-page-side.ts';
import type * as detectionSide from './detection-side.ts';
import { serveForms } from './serve-forms.ts';

declare global {
  /** What `bundleDetection` defines in the page. */
  var wayveilDetection: typeof detectionSide;
}

/** One page of a forms folder, as its `index.json` lists it. */
export interface ListedPage {
  source: string;
  id: string;
  /** Who says what its fields mean; ends with `manual` where a person did. Absent where there are no labels. */
  truth?: string;
  /** Where it was saved from; absent where the id says it. */
  url?: string;
}

/** The pages that `index.json` of a forms folder lists. */
export function listPages(folder: string): ListedPage[] {
  return JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
}

/** Opens `pages` of a forms folder in one Chromium tab with detection in it; what `look` gives by `<source>/<id>`. */
export async function visitPages<T>(
  folder: string,
  pages: readonly ListedPage[],
  look: (page: Page) => Promise<T>,
): Promise<Record<string, T>> {
  const server = await serveForms(folder);
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.addInitScript({ content: await bundleDetection() });
    const seen: Record<string, T> = {};
    for (const { source, id } of pages) {
      await page.goto(`${server.origin}/${source}/${id}.html`, { waitUntil: 'domcontentloaded' });
      seen[`${source}/${id}`] = await look(page);
    }
    return seen;
  } finally {
    await browser.close();
    await server.close();
  }
}
