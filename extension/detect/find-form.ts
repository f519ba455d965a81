import { readRoot } from './call-own.ts';
import { boxAround, holdsNode, hostOf, isSelected, listInside } from './read-own.ts';
import { type FieldElement, isNative } from './walk-roots.ts';

export const BUTTON = 'button,input[type=submit],[role=button]';
export const ASKING =
  'input:not([type=hidden],[type=submit],[type=button],[type=reset],[type=image],[type=checkbox],[type=radio]),select,textarea';
const FARTHEST_BOX = 8;
const FEWEST_CONTROLS = 3;

/**
 * The form of a control; without one the smallest box that has a button and some fields, or all of the page. `boxes`
 * keeps what was found from each box on the way up: pages have thousands of controls without a form.
 */
export function findForm(control: FieldElement, boxes: Map<Element, Element>): Element {
  const form = findOwnForm(control);
  if (form) return form;
  const passed: Element[] = [];
  let box: Element | null = control;
  for (; box && passed.length < FARTHEST_BOX && !boxes.has(box) && !isWhole(box); box = boxAround(box))
    passed.push(box);
  const whole = box && (boxes.get(box) ?? (passed.length < FARTHEST_BOX ? box : null));
  const found = whole ?? readRoot(control.ownerDocument, 'documentElement');
  for (const one of passed) boxes.set(one, found);
  return found;
}

/** Whether a control is of what `findForm` found for it or for another. */
export function isOfForm(form: Element, control: FieldElement): boolean {
  const own = findOwnForm(control);
  if (own || isSelected(form, 'form')) return own === form;
  for (let one: Element | null = control; one; one = hostOf(one)) if (holdsNode(form, one)) return true;
  return false;
}

// A form that a table broke open holds none of its controls.
function findOwnForm(control: FieldElement): Element | null {
  const form = isNative(control) ? control.form : null;
  return form && holdsNode(form, control) ? form : null;
}

function isWhole(box: Element): boolean {
  return listInside(box, BUTTON).length > 0 && listInside(box, ASKING).length >= FEWEST_CONTROLS;
}
