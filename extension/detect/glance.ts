import type { HeadingIndex } from './heading-index.ts';
import { LabelIndex } from './label-index.ts';
import { Shades } from './shades.ts';

/** What many controls of a page have in common, found once: good for one turn of a script, in which nothing changes. */
export interface Glance {
  labels: LabelIndex;
  shades: Shades;
  headings: HeadingIndex;
}

/** `labels` and `headings` may be kept for longer by whoever hears of changes. */
export function takeGlance(labels = new LabelIndex(), headings: HeadingIndex = new Map()): Glance {
  return { labels, shades: new Shades(), headings };
}
