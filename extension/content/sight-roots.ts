import { boxAround } from '../detect/read-own.ts';
import type { Root } from '../detect/sight-lens.ts';
import { openShadowRoot } from './open-shadow-root.ts';

/**
 * `roots` and those of the boxes around `elements`: a box with children of its own is not asked for a closed shadow root
 * when a page is read, since asking is slow, and what stands in it may be shown in a slot that nobody sees.
 */
export function addSightRoots(roots: readonly Root[], elements: Iterable<Element>): Root[] {
  const found = new Set<Root>(roots);
  const asked = new Set<Element>();
  for (const element of elements)
    for (let one = boxAround(element); one && !asked.has(one); one = boxAround(one)) {
      asked.add(one);
      const root = one instanceof HTMLElement && !(one instanceof HTMLFormElement) && openShadowRoot(one);
      if (root) found.add(root);
    }
  return [...found];
}
