import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FieldDescription } from '#extension/detect/field-description.ts';
import { bundlePageSide } from './bundle-page-side.ts';
import { launchChromium } from './launch-chromium.ts';
import { serveForms } from './serve-forms.ts';

/** A page as detection sees it: its fields, and the `data-cid` of each by field key. */
export interface DescribedPage {
  fields: FieldDescription[];
  cids: Record<string, string>;
}

/** Describes every page of a forms folder in one Chromium tab, attributes kept; by `<source>/<id>`. */
export async function describePages(folder: string): Promise<Record<string, DescribedPage>> {
  const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
  const server = await serveForms(folder);
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.addInitScript({ content: await bundlePageSide() });
    const described: Record<string, DescribedPage> = {};
    for (const { source, id } of index as { source: string; id: string }[]) {
      await page.goto(`${server.origin}/${source}/${id}.html`, { waitUntil: 'domcontentloaded' });
      described[`${source}/${id}`] = await page.evaluate(() => wayveilPageSide.describePage());
    }
    return described;
  } finally {
    await browser.close();
    await server.close();
  }
}
