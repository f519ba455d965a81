import type { Page } from 'playwright';
import type { Prediction } from './detection-side.ts';
import { type ListedPage, listPages, visitPages } from './visit-pages.ts';

/** Predictions by `<source>/<id>`. */
export type Predictions = Record<string, Prediction>;

export interface PredictSettings {
  folder: string;
  keepAutocomplete: boolean;
}

/** Detects on every page of a forms folder. */
export function predictPages({ folder, keepAutocomplete }: PredictSettings): Promise<Predictions> {
  return visitPages(folder, listPages(folder), async page => {
    if (!keepAutocomplete) await page.evaluate(removeAutocomplete);
    return predict(page);
  });
}

/** Detects on the pages that a person labelled, with their `autocomplete` attributes and then without. */
export async function predictBothWays(folder: string): Promise<{ kept: Predictions; removed: Predictions }> {
  const seen = await visitPages(folder, listPages(folder).filter(isLabelledByHand), async page => {
    const kept = await predict(page);
    await page.evaluate(removeAutocomplete);
    return { kept, removed: await predict(page) };
  });
  const pick = (way: 'kept' | 'removed'): Predictions =>
    Object.fromEntries(Object.entries(seen).map(([page, predicted]) => [page, predicted[way]]));
  return { kept: pick('kept'), removed: pick('removed') };
}

export function isLabelledByHand({ truth }: ListedPage): boolean {
  return truth?.endsWith('manual') ?? false;
}

function predict(page: Page): Promise<Prediction> {
  return page.evaluate(() => wayveilDetection.predictPage());
}

function removeAutocomplete(): void {
  for (const element of document.querySelectorAll('[autocomplete]')) element.removeAttribute('autocomplete');
}
