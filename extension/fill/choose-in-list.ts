import { findFace } from '../detect/find-face.ts';
import { isVisible } from '../detect/judge-visibility.ts';
import { awaitPage } from './await-page.ts';
import { findChoice } from './choose-option.ts';
import { findInnermost, findOption, findSearch, listOptions, readOption } from './find-options.ts';
import { press, pressKey } from './press-element.ts';
import { readChoice } from './read-choice.ts';
import { scrollTo } from './scroll-list.ts';
import { search } from './search-list.ts';

/** How long a list may take to open, and to fetch what was typed. */
const OPEN_DEADLINE_MS = 600;
const SEARCH_DEADLINE_MS = 2000;
const FOCUS_DEADLINE_MS = 30;
const CLOSE_DEADLINE_MS = 400;
const PRESS_ENDS_MS = 20;
const MOST_SEARCHES = 3;

/**
 * Opens the list of a combobox, presses the option that means one of `wanted` and waits until the widget shows it.
 * Gives what it shows then, or null where there is no such option; then the widget is closed again.
 */
export async function chooseInList(combobox: HTMLElement, wanted: readonly string[]): Promise<string | null> {
  const before = readChoice(combobox);
  combobox.focus({ preventScroll: true });
  const option = await findOpened(combobox, wanted);
  if (!option) {
    await leave(combobox, true);
    return null;
  }
  const text = readOption(option);
  press(findInnermost(option));
  const shown = await awaitPage(
    combobox.ownerDocument,
    () => showsChoice(combobox, [text, ...wanted], before),
    CLOSE_DEADLINE_MS,
  );
  // Some take the focus back once the press is over: who leaves before that comes back into an open list.
  await new Promise(resolve => setTimeout(resolve, PRESS_ENDS_MS));
  await leave(combobox, !shown || staysOpen(combobox));
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
  await leave(combobox, !shown);
  return shown;
}

async function findOpened(combobox: HTMLElement, wanted: readonly string[]): Promise<HTMLElement | null> {
  const { ownerDocument: document } = combobox;
  // What is not shown yet takes no press: lists stand ready before they open.
  const find = (): HTMLElement | null => {
    const found = isOffering(combobox) ? findOption(combobox, wanted) : null;
    return found?.checkVisibility({ visibilityProperty: true }) ? found : null;
  };
  const opens = (): boolean => isOpen(combobox) || isOffering(combobox);
  // Some open with the focus alone, and close at a press.
  if (!(await awaitPage(document, opens, FOCUS_DEADLINE_MS))) press(findPressed(combobox));
  await awaitPage(document, () => find() !== null, OPEN_DEADLINE_MS);
  if (combobox.getAttribute('aria-expanded') === 'false' && !find()) {
    pressKey(combobox, 'ArrowDown');
    await awaitPage(document, () => find() !== null, OPEN_DEADLINE_MS);
  }
  const typed = combobox instanceof HTMLInputElement && !combobox.readOnly ? combobox : null;
  let option = find();
  for (const word of wanted.slice(0, MOST_SEARCHES)) {
    const input = option ? null : (typed ?? findSearch(combobox));
    if (!input) break;
    search(input, word);
    await awaitPage(document, () => find() !== null, SEARCH_DEADLINE_MS / MOST_SEARCHES);
    option = find();
  }
  option ??= await scrollTo(() => listOptions(combobox), find);
  return option ?? findOption(combobox, wanted);
}

function findPressed(combobox: HTMLElement): HTMLElement {
  return (isVisible(combobox) ? null : findFace(combobox)) ?? combobox;
}

// What it shows may be shorter than the option, or longer.
function showsChoice(combobox: HTMLElement, said: readonly string[], before: string): boolean {
  const shown = readChoice(combobox);
  const means = (): boolean => shown !== before && findChoice([{ value: '', text: shown }], said) >= 0;
  return !isOpen(combobox) && (shown.includes(said[0] ?? '') || means());
}

function isOpen(combobox: HTMLElement): boolean {
  return combobox.getAttribute('aria-expanded') === 'true';
}

// Some open again with the focus and do not close without it, and say nothing of either.
function staysOpen(combobox: HTMLElement): boolean {
  return !combobox.hasAttribute('aria-expanded') && isOffering(combobox);
}

function isOffering(combobox: HTMLElement): boolean {
  return listOptions(combobox).some(
    one =>
      isVisible(one) || [...one.children].some(inner => inner instanceof HTMLElement && isVisible(inner)),
  );
}

async function leave(combobox: HTMLElement, cancelling: boolean): Promise<void> {
  if (cancelling) {
    // What hears it beside an open list may be the dialog that the form stands in.
    if (combobox.getAttribute('aria-expanded') !== 'false') pressKey(combobox, 'Escape');
    if (combobox instanceof HTMLInputElement && isOpen(combobox)) search(combobox, '');
  }
  combobox.blur();
  combobox.dispatchEvent(new FocusEvent('focusout', { bubbles: true, composed: true }));
  if (!cancelling || !isOpen(combobox)) return;
  const isClosed = (): boolean => !isOpen(combobox);
  if (await awaitPage(combobox.ownerDocument, isClosed, CLOSE_DEADLINE_MS)) return;
  // A list with a search of its own hears the key there; others close at a second press.
  const inside = findSearch(combobox) ?? listOptions(combobox)[0];
  if (inside) pressKey(inside, 'Escape');
  if (!(await awaitPage(combobox.ownerDocument, isClosed, CLOSE_DEADLINE_MS))) press(findPressed(combobox));
}
