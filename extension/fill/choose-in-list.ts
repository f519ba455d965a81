import { callOwn, readRoot } from '../detect/call-own.ts';
import { findFace } from '../detect/find-face.ts';
import { isVisible } from '../detect/judge-visibility.ts';
import { isSelected } from '../detect/read-own.ts';
import { awaitPage } from './await-page.ts';
import { findChoice } from './choose-option.ts';
import { LIST_OPENERS, SELECTIZED } from './list-openers.ts';

/** How long a list may take to open, and to fetch what was typed. */
const OPEN_DEADLINE_MS = 600;
const SEARCH_DEADLINE_MS = 2000;
const CLOSE_DEADLINE_MS = 400;
const PRESS_ENDS_MS = 20;
const MOST_OPTIONS = 2000;
/** Options, and what stands for them where those are for screen readers alone. */
const OPTIONS = '[role="option"],[aria-selected],[data-selectable]';
/** Older widgets read the number of a key alone. */
const KEY_NUMBERS = { Backspace: 8, Escape: 27 } as const;
/** How far above a searching input its choice may stand. */
const HIGHEST_BOX = 4;

/** A combobox: an input that filters a list, or a button that opens one (ARIA 1.2, and 1.0 without the role). */
export function isCombobox(element: HTMLElement): boolean {
  return isSelected(element, LIST_OPENERS) && !(element instanceof HTMLSelectElement);
}

/**
 * Opens the list of a combobox, presses the option that means one of `wanted` and waits until the widget shows it.
 * Gives the text of the option, or null where there is none; then the widget is closed again.
 */
export async function chooseInList(combobox: HTMLElement, wanted: readonly string[]): Promise<string | null> {
  const { ownerDocument: document } = combobox;
  combobox.focus({ preventScroll: true });
  const find = (): HTMLElement | null => findOption(combobox, wanted);
  const face = isVisible(combobox) ? null : findFace(combobox);
  if (!isOpen(combobox)) press(face ?? combobox);
  await awaitPage(document, () => find() !== null, OPEN_DEADLINE_MS);
  let option = find();
  for (const word of wanted.slice(0, 3)) {
    if (option || !(combobox instanceof HTMLInputElement) || combobox.readOnly) break;
    search(combobox, word);
    await awaitPage(document, () => find() !== null, SEARCH_DEADLINE_MS / 3);
    option = find();
  }
  if (!option) {
    leave(combobox, true);
    return null;
  }
  const text = readText(option);
  press(findInnermost(option));
  const shown = await awaitPage(document, () => showsChoice(combobox, text), CLOSE_DEADLINE_MS);
  // Some take the focus back once the press is over: who leaves before that comes back into an open list.
  await new Promise(resolve => setTimeout(resolve, PRESS_ENDS_MS));
  leave(combobox, !shown || staysOpen(combobox));
  return shown ? text : null;
}

/** Takes a choice back as a person would, who presses Backspace in the empty box; says whether it shows `before` then. */
export async function clearChoice(combobox: HTMLElement, before: string): Promise<boolean> {
  combobox.focus({ preventScroll: true });
  pressKey(combobox, 'Backspace');
  const shown = await awaitPage(
    combobox.ownerDocument,
    () => readChoice(combobox) === before,
    CLOSE_DEADLINE_MS,
  );
  leave(combobox, !shown);
  return shown;
}

/** What the widget shows as chosen. */
export function readChoice(combobox: HTMLElement): string {
  if (!(combobox instanceof HTMLInputElement)) return readText(combobox);
  if (combobox.value !== '') return combobox.value;
  // An input that only searches has the choice beside itself.
  let box = combobox.parentElement;
  for (let step = 0; box && step < HIGHEST_BOX; step++, box = box.parentElement) {
    const text = readText(box);
    if (box.querySelector('label') || box.querySelectorAll('input').length > 2) break;
    if (text !== '') return text;
  }
  return '';
}

function showsChoice(combobox: HTMLElement, text: string): boolean {
  return readChoice(combobox).includes(text) && combobox.getAttribute('aria-expanded') !== 'true';
}

function isOpen(combobox: HTMLElement): boolean {
  return combobox.getAttribute('aria-expanded') === 'true';
}

// Some open again with the focus and do not close without it, and say nothing of either.
function staysOpen(combobox: HTMLElement): boolean {
  return !combobox.hasAttribute('aria-expanded') && listOptions(combobox).some(one => isVisible(one));
}

function findOption(combobox: HTMLElement, wanted: readonly string[]): HTMLElement | null {
  const options = listOptions(combobox);
  const choices = options.map(one => ({ value: one.dataset.value ?? '', text: readText(one) || one.title }));
  return options[findChoice(choices, wanted)] ?? null;
}

function listOptions(combobox: HTMLElement): HTMLElement[] {
  const root = combobox.getRootNode();
  const list = findList(combobox, root instanceof ShadowRoot ? root : combobox.ownerDocument);
  if (!list) return [];
  const own = listOpenOptions(list);
  if (isVisible(list) || !list.parentElement || own.some(one => isVisible(one))) return own;
  // A list that nobody sees is written for screen readers; the one to press stands beside it.
  const beside = listOpenOptions(list.parentElement).filter(one => isVisible(one));
  return beside.length > 0 ? beside : own;
}

function listOpenOptions(box: Element): HTMLElement[] {
  const options = [...box.querySelectorAll<HTMLElement>(OPTIONS)].slice(0, MOST_OPTIONS);
  return options.filter(one => one.getAttribute('aria-disabled') !== 'true');
}

function findList(combobox: HTMLElement, root: Document | ShadowRoot): HTMLElement | null {
  for (const attribute of ['aria-controls', 'aria-owns']) {
    const id = combobox.getAttribute(attribute)?.split(/\s+/)[0];
    const named = id ? callOwn(root, 'getElementById', id) : null;
    if (named) return named;
  }
  if (combobox.querySelector('[role="listbox"]')) return combobox;
  const lists = [...callOwn(root, 'querySelectorAll', '[role="listbox"]')] as HTMLElement[];
  return lists.find(one => isVisible(one)) ?? (isSelectized(combobox) ? findBox(combobox) : null);
}

function isSelectized(combobox: HTMLElement): boolean {
  return combobox.getAttribute('type') === SELECTIZED;
}

/** The box of a widget: of the input and what opens under it. */
function findBox(input: HTMLElement): HTMLElement | null {
  return input.parentElement?.parentElement ?? null;
}

// Some widgets listen on what is in the option.
function findInnermost(option: HTMLElement): HTMLElement {
  let inner = option;
  while (inner.childElementCount === 1 && inner.firstElementChild instanceof HTMLElement)
    inner = inner.firstElementChild;
  return inner;
}

/** A press of the main button, as widgets listen for it: some on its way down, some on its way up. */
function press(element: HTMLElement): void {
  const at = {
    bubbles: true,
    cancelable: true,
    composed: true,
    button: 0,
    view: readRoot(element.ownerDocument, 'defaultView'),
  };
  element.dispatchEvent(new PointerEvent('pointerdown', { ...at, buttons: 1, isPrimary: true }));
  element.dispatchEvent(new MouseEvent('mousedown', { ...at, buttons: 1, detail: 1 }));
  element.dispatchEvent(new PointerEvent('pointerup', { ...at, isPrimary: true }));
  element.dispatchEvent(new MouseEvent('mouseup', { ...at, detail: 1 }));
  element.dispatchEvent(new MouseEvent('click', { ...at, detail: 1 }));
}

function search(input: HTMLInputElement, word: string): void {
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  setter?.call(input, word);
  input.dispatchEvent(
    new InputEvent('input', { bubbles: true, composed: true, data: word, inputType: 'insertText' }),
  );
}

function pressKey(element: HTMLElement, key: keyof typeof KEY_NUMBERS): void {
  const keyCode = KEY_NUMBERS[key];
  const init = { key, code: key, keyCode, which: keyCode, bubbles: true, cancelable: true, composed: true };
  element.dispatchEvent(new KeyboardEvent('keydown', init));
}

function leave(combobox: HTMLElement, cancelling: boolean): void {
  if (cancelling) {
    // What hears it beside an open list may be the dialog that the form stands in.
    if (combobox.getAttribute('aria-expanded') !== 'false') pressKey(combobox, 'Escape');
    if (combobox instanceof HTMLInputElement && isOpen(combobox)) search(combobox, '');
  }
  combobox.blur();
  combobox.dispatchEvent(new FocusEvent('focusout', { bubbles: true, composed: true }));
}

function readText(element: Element): string {
  return (element.textContent ?? '').replace(/\s+/g, ' ').trim();
}
