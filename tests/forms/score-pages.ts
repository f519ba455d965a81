import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isLabelledByHand, type Predictions } from './predict-pages.ts';
import type { ListedPage } from './visit-pages.ts';

interface Rates {
  n: number;
  precision: number;
  recall: number;
  f1: number;
}

interface Miss {
  page: string;
  cid: string | number;
  truth: string;
  predicted: string;
}

/** What the folder's own scorer says. */
export interface Score extends Rates {
  pagesWithFields: number;
  pagesAllRight: number;
  outOfScope: number;
  outOfScopeWrong: number;
  msMedian: number | null;
  msP95: number | null;
  classes: Record<string, Rates>;
  misses: Miss[];
}

type Scorer = (folder: string, predictions: Predictions, keep: (page: ListedPage) => boolean) => Score;

/** Scores the hand-labelled pages of a folder that `keep` chooses, by the `score.mjs` in it. */
export async function scorePages(
  folder: string,
  predictions: Predictions,
  keep: (page: ListedPage) => boolean = () => true,
): Promise<Score> {
  const { score }: { score: Scorer } = await import(pathToFileURL(join(folder, 'score.mjs')).href);
  return score(folder, predictions, page => isLabelledByHand(page) && keep(page));
}

/** Misses by page: which control was taken for what, and what it is. Nothing of the page's own content. */
export type DeclaredMisses = Record<string, string[]>;

/** What `predictions` miss, in the order of pages and controls. */
export async function listMisses(folder: string, predictions: Predictions): Promise<DeclaredMisses> {
  const { misses } = await scorePages(folder, predictions);
  const byPage = Map.groupBy(misses, miss => miss.page);
  return Object.fromEntries(
    [...byPage].sort(([a], [b]) => a.localeCompare(b)).map(([page, own]) => [page, own.map(writeMiss)]),
  );
}

function writeMiss({ cid, truth, predicted }: Miss): string {
  return `${cid}: ${predicted}, not ${truth}`;
}
