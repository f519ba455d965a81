import { isFace } from '../detect/find-face.ts';
import { isSelected } from '../detect/read-own.ts';
import type { FieldElement } from '../detect/walk-roots.ts';
import { LIST_OPENERS } from './list-openers.ts';

/** Remembers which controls a person changed: trusted events only, no values. */
export interface OwnerInput {
  hasTouched(element: FieldElement): boolean;
  /** Runs `act`, whose events the browser trusts though no person made them. */
  lookAway(act: () => void): void;
}

export function watchOwnerInput(): OwnerInput {
  const touched = new WeakSet<EventTarget>();
  const eyes = { closed: false };
  const note = (event: Event): void => {
    const target = event.composedPath()[0];
    if (event.isTrusted && target && !eyes.closed) touched.add(target);
  };
  // What a person chooses in a list of the page's own makes no `input` event of theirs.
  const noteList = (event: Event): void => {
    const target = event.composedPath()[0];
    const box = target instanceof Element ? findCombobox(target) : null;
    const passing = event instanceof KeyboardEvent && /^(?:Tab|Shift|Escape)$/.test(event.key);
    if (event.isTrusted && box && !passing) touched.add(box);
  };
  for (const type of ['input', 'change']) addEventListener(type, note, true);
  for (const type of ['pointerdown', 'keydown']) addEventListener(type, noteList, true);
  return {
    hasTouched: element => touched.has(element),
    lookAway(act) {
      eyes.closed = true;
      act();
      eyes.closed = false;
    },
  };
}

/** What is pressed in place of a select, the combobox that is, or the one in the small box that is. */
function findCombobox(target: Element): Element | null {
  let box: Element | null = target;
  for (let step = 0; box && step < 4; step++, box = box.parentElement) {
    if (isSelected(box, LIST_OPENERS) || isFace(box)) return box;
    const inside = box.querySelectorAll(LIST_OPENERS);
    if (inside.length === 1) return inside[0] ?? null;
    if (inside.length > 1) return null;
  }
  return null;
}
