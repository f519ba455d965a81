import type { FieldDescription } from '#extension/detect/field-description.ts';
import { listPages, visitPages } from './visit-pages.ts';

/** A page as detection sees it: its fields, and the `data-cid` of each by field key. */
export interface DescribedPage {
  fields: FieldDescription[];
  cids: Record<string, string>;
}

/** Describes every page of a forms folder, attributes kept; by `<source>/<id>`. */
export function describePages(folder: string): Promise<Record<string, DescribedPage>> {
  return visitPages(folder, listPages(folder), page => page.evaluate(() => wayveilPageSide.describePage()));
}
