import type { Predictions } from './predict-pages.ts';
import { scorePages } from './score-pages.ts';
import type { ListedPage } from './visit-pages.ts';

const FOLDS = 10;

/** F1 of each tenth of the sites, all pages of a site in one, and how far they lie apart. */
export interface ScoreBySite {
  folds: { f1: number; n: number }[];
  mean: number;
  deviation: number;
}

/** Scores hand-labelled pages in ten parts by site: how much the result hangs on which sites were there. */
export async function scoreBySite(folder: string, predictions: Predictions): Promise<ScoreBySite> {
  const folds: ScoreBySite['folds'] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const { f1, n } = await scorePages(folder, predictions, page => chooseFold(page) === fold);
    if (n > 0) folds.push({ f1, n });
  }
  const mean = average(folds.map(({ f1 }) => f1));
  const deviation = Math.sqrt(average(folds.map(({ f1 }) => (f1 - mean) ** 2)));
  return { folds, mean, deviation };
}

// FNV-1a of the site's name: the same fold in every run.
function chooseFold(page: ListedPage): number {
  let hash = 0x811c9dc5;
  for (const letter of nameSite(page)) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  return (hash >>> 0) % FOLDS;
}

/** The last two labels of the host a page was saved from; else what its id begins with. */
function nameSite({ id, source, url }: ListedPage): string {
  if (url && URL.canParse(url)) return new URL(url).hostname.split('.').slice(-2).join('.');
  return `${source}:${id.split(/[_-]/)[0]}`;
}

function average(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);
}
