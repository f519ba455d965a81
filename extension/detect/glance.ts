import { LabelIndex } from './label-index.ts';
import { Shades } from './shades.ts';

/** What many controls of a page have in common, found once: good for one turn of a script, in which nothing changes. */
export interface Glance {
  labels: LabelIndex;
  shades: Shades;
  /** The heading before a box, by that box. */
  headings: Map<Element, string>;
}

/** `labels` may be kept for longer by whoever hears of changes. */
export function takeGlance(labels = new LabelIndex()): Glance {
  return { labels, shades: new Shades(), headings: new Map() };
}
