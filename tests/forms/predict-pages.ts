import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundlePageSide } from './bundle-page-side.ts';
import { launchChromium } from './launch-chromium.ts';
import type * as pageSide from './page-side.ts';
import { serveForms } from './serve-forms.ts';

declare global {
  /** What `bundlePageSide` defines in the page. */
  var wayveilPageSide: typeof pageSide;
}

export interface PredictSettings {
  folder: string;
  keepAutocomplete: boolean;
}

/** Detects on every page of a forms folder in one Chromium tab; predictions by `<source>/<id>`. */
export async function predictPages(settings: PredictSettings): Promise<Record<string, pageSide.Prediction>> {
  const index = JSON.parse(readFileSync(join(settings.folder, 'index.json'), 'utf8'));
  const server = await serveForms(settings.folder);
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.addInitScript({ content: await bundlePageSide() });
    const predictions: Record<string, pageSide.Prediction> = {};
    for (const { source, id } of index as { source: string; id: string }[]) {
      await page.goto(`${server.origin}/${source}/${id}.html`, { waitUntil: 'domcontentloaded' });
      if (!settings.keepAutocomplete) await page.evaluate(removeAutocomplete);
      predictions[`${source}/${id}`] = await page.evaluate(() => wayveilPageSide.predictPage());
    }
    return predictions;
  } finally {
    await browser.close();
    await server.close();
  }
}

function removeAutocomplete(): void {
  for (const element of document.querySelectorAll('[autocomplete]')) element.removeAttribute('autocomplete');
}
