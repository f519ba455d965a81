import { press, pressKey } from './press-element.ts';
import { readChoice } from './read-choice.ts';
import { search } from './search-list.ts';

/** How widgets call what empties them, whatever language they speak. */
const CLEARER =
  ':is(button,[role=button],[class],[part],[data-part]):is([class*=clear i],[part*=clear i],[data-part*=clear i],[id*=clear i],[aria-label*=clear i],[title*=clear i])';
/** How far above a combobox its button may stand, or beside it. */
const HIGHEST_BOX = 6;
const OTHERS = 'input:not([type=hidden],[tabindex="-1"]),select:not([hidden],[tabindex="-1"]),textarea';
const DIALOG = 'dialog,[role=dialog],[role=alertdialog],[aria-modal=true]';

/** One way to empty a combobox; says whether there was anything to do. */
export type ClearWay = () => boolean;

/** Whether a combobox is an input that takes letters: it may be empty while its widget holds a choice. */
export function isTyped(combobox: HTMLElement): combobox is HTMLInputElement {
  return combobox instanceof HTMLInputElement && !combobox.readOnly;
}

/** The ways in which widgets are emptied, the surest first. */
export function listClearWays(combobox: HTMLElement): ClearWay[] {
  const clear = (): boolean => {
    const button = findClearer(combobox);
    if (button) press(button);
    return button !== null;
  };
  const empty = (): boolean => {
    if (!isTyped(combobox) || combobox.value === '') return false;
    search(combobox, '');
    combobox.dispatchEvent(new Event('change', { bubbles: true }));
    combobox.blur();
    return true;
  };
  const erase = (): boolean => {
    if (isTyped(combobox) && readChoice(combobox) === '') return false;
    pressKey(combobox, 'Backspace');
    return true;
  };
  // With the list closed it empties many; it would close the dialog around them too.
  const cancel = (): boolean => {
    if (!isTyped(combobox) || combobox.closest(DIALOG)) return false;
    if (combobox.value !== '') search(combobox, '');
    pressKey(combobox, 'Escape');
    pressKey(combobox, 'Escape');
    return true;
  };
  return [clear, empty, erase, cancel];
}

/** The button that empties a combobox, where the smallest box around both holds nothing else to fill. */
function findClearer(combobox: HTMLElement): Element | null {
  const own = combobox.getRootNode();
  const host = own instanceof ShadowRoot ? own : null;
  let box: Element | null = combobox;
  for (let step = 0; box && step < HIGHEST_BOX; step++, box = box.parentElement) {
    if ([...box.querySelectorAll(OTHERS)].some(one => one !== combobox)) return null;
    const found = [...box.querySelectorAll(CLEARER)].find(one => !one.contains(combobox) && staysHere(one));
    if (found) return found;
  }
  return [...(host?.querySelectorAll(CLEARER) ?? [])].find(staysHere) ?? null;
}

// What sends or resets a form, or leads to another page, may be called like what empties a list.
function staysHere(one: Element): boolean {
  if (one.closest('a[href]')) return false;
  const button = one.closest('button');
  return !button || button.type === 'button' || button.form === null;
}
