import { isSelected } from '../detect/read-own.ts';
import { LIST_OPENERS } from './list-openers.ts';

/** How far above a searching input its choice may stand. */
const HIGHEST_BOX = 4;
/** Signs, parts that the keyboard passes over, and options, not the one that stands alone in the box as its choice. */
const UNSAID =
  'svg,style,button[tabindex="-1"],[role="option"]:not([aria-selected=true]:only-child),[data-selectable],option,[data-value]~[data-value],[data-value]:has(~[data-value]),li~li,li:has(~li)';

/** A combobox: an input that filters a list, or a button that opens one (ARIA 1.2, and 1.0 without the role). */
export function isCombobox(element: HTMLElement): boolean {
  return isSelected(element, LIST_OPENERS) && !(element instanceof HTMLSelectElement);
}

/** What the widget shows as chosen. */
export function readChoice(combobox: HTMLElement): string {
  if (!(combobox instanceof HTMLInputElement)) return readShown(combobox);
  if (combobox.value !== '') return combobox.value;
  // An input that only searches has the choice beside itself.
  let box = combobox.parentElement;
  for (let step = 0; box && step < HIGHEST_BOX; step++, box = box.parentElement) {
    const text = readShown(box);
    if (box.querySelector('label') || box.querySelectorAll('input:not([type=hidden])').length > 2) break;
    if (text !== '') return text;
  }
  return '';
}

export function readText(element: Element): string {
  return (element.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** The text of a box without the list that it may hold, and without signs. */
function readShown(box: Element): string {
  let text = '';
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const unsaid = node.parentElement?.closest(UNSAID);
    if (!unsaid || unsaid.contains(box)) text += node.nodeValue;
  }
  return text.replace(/\s+/g, ' ').trim();
}
