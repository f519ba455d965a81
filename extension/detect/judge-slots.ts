import { callOwn } from './call-own.ts';
import { boxOf, holdsNode, parentOf, readOwn } from './read-own.ts';
import { joinShades, readShade, Shades } from './shades.ts';
import type { Root } from './sight-lens.ts';

/** Whether a closed tree shows the control in a slot where nothing is seen: the control itself cannot say which. */
export function isUnderSlot(element: Element, roots: Iterable<Root>): boolean {
  const shades = new Shades();
  for (const root of roots) {
    if (!(root instanceof ShadowRoot) || root.mode !== 'closed' || !holdsNode(root.host, element)) continue;
    const slots = [...callOwn(root, 'querySelectorAll', 'slot')] as HTMLSlotElement[];
    const slot = slots.find(one => one.assignedNodes().some(node => holdsNode(node, element)));
    if (slot && joinShades(shades.above(slot), readShade(slot, getComputedStyle(slot))).hides) return true;
  }
  return false;
}

/** Whether the control stands in a cell without a width: its column is collapsed, which no style of its own says. */
export function isInNoColumn(element: Element): boolean {
  const close = (one: Element): Element | null => readOwn(one, 'closest').call(one, 'td,th');
  let cell = close(element);
  while (cell && boxOf(cell).width >= 1) {
    const row = parentOf(cell);
    cell = row && close(row);
  }
  return cell !== null;
}
