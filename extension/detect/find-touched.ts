import { holdsNode, parentOf, readOwn } from './read-own.ts';
import { FIELD_SELECTOR, type FieldElement, isBefore } from './walk-roots.ts';

/** A change of one of these renames what follows it. */
const HEADING = 'h1,h2,h3,h4,h5,h6,legend';
const MOST_UNDER_HEADING = 60;

/**
 * Which of a root's `controls` (in tree order) a change at `node` may describe otherwise: those inside it, those next
 * to it, and the one that it labels. The cost grows with the logarithm of the page.
 */
export function findTouched(node: Node, controls: readonly FieldElement[]): FieldElement[] {
  const element = node instanceof Element ? node : parentOf(node);
  if (!element) return [];
  const first = findFirst(controls, control => !isBefore(control, element));
  let after = first;
  while (after < controls.length && contains(element, controls[after])) after++;
  const beside = controls.slice(Math.max(0, first - 1), after + 2);
  const closest = readOwn(element, 'closest').bind(element);
  const label = closest('label');
  const labelled = label instanceof HTMLLabelElement ? label.control : null;
  const named = labelled?.matches(FIELD_SELECTOR) ? [labelled as FieldElement] : [];
  const under = closest(HEADING) ? controls.slice(after, after + MOST_UNDER_HEADING) : [];
  return [...beside, ...under, ...named];
}

function contains(element: Element, control: FieldElement | undefined): boolean {
  return control !== undefined && holdsNode(element, control);
}

/** The first place from which `holds` holds; it must not hold before and hold ever after. */
function findFirst(controls: readonly FieldElement[], holds: (control: FieldElement) => boolean): number {
  let [low, high] = [0, controls.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const control = controls[middle];
    if (control && holds(control)) high = middle;
    else low = middle + 1;
  }
  return low;
}
