import { squeezeSpaces } from './fold-text.ts';
import { isVisible } from './judge-visibility.ts';
import { boxOf, isSelected, nextOf, parentOf, previousOf, readOwn } from './read-own.ts';
import { Shades } from './shades.ts';

const WIDGET = '[role=combobox],[role=listbox],[aria-haspopup=listbox]';
const SMALLEST_FACE_PX = 12;
/** What else a box may ask: what the keyboard passes over belongs to the widget. */
const OTHERS = ':is(input,select,textarea):not([type=hidden],[hidden],[tabindex="-1"])';
/** How far above an input its box may stand. */
const HIGHEST_BOX = 5;

/**
 * What a person sees in place of a control that a pick list hides: the widget beside a hidden select, whose text is
 * that of the chosen option, or the box around a combobox's narrow input. Null where there is no such thing.
 */
export function findFace(control: Element): HTMLElement | null {
  if (control instanceof HTMLSelectElement) return findWidget(control);
  return isSelected(control, WIDGET) ? findBox(control) : null;
}

/** Whether an element is what a person sees in place of a select beside it. */
export function isFace(widget: Element): boolean {
  for (let box: Element | null = widget, step = 0; box && step < 4; step++, box = parentOf(box)) {
    const before = previousOf(box);
    for (const one of [before, before && previousOf(before), nextOf(box)])
      if (one instanceof HTMLSelectElement && findWidget(one) === widget) return true;
  }
  return false;
}

// select2, chosen and their kin put their widget right behind the select that they hide, Radix before it.
function findWidget(select: HTMLSelectElement): HTMLElement | null {
  const chosen = readText(select.selectedOptions[0]);
  const next = nextOf(select);
  for (const one of [next, next && nextOf(next), previousOf(select)]) {
    const shown = readText(one);
    const said = chosen || select.dataset.placeholder;
    const widget =
      isSelected(one, WIDGET) || (said && one === next && shown.startsWith(said))
        ? one
        : one && readOwn(one, 'querySelector').call(one, WIDGET);
    if (!(widget instanceof HTMLElement) || !isVisible(widget)) continue;
    if (chosen === '' || shown.includes(chosen) || select.selectedIndex <= 0) return widget;
  }
  return null;
}

function findBox(input: Element): HTMLElement | null {
  let box = parentOf(input);
  for (let step = 0; box && step < HIGHEST_BOX; step++, box = parentOf(box)) {
    const { width, height } = boxOf(box);
    if (width < 4 * SMALLEST_FACE_PX || height < SMALLEST_FACE_PX) continue;
    for (const other of readOwn(box, 'querySelectorAll').call(box, OTHERS)) if (other !== input) return null;
    // What a widget hides about the input has its face around it.
    if (isVisible(box)) return box;
  }
  return null;
}

function readText(element: Element | null | undefined): string {
  return squeezeSpaces(element?.textContent ?? '');
}

/** Whether a person sees the control, or what stands for it. */
export function isSeen(control: HTMLElement, shades = new Shades()): boolean {
  if (isVisible(control, shades)) return true;
  const face = findFace(control);
  return face !== null && isVisible(face, shades);
}
