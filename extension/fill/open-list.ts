import { findFace } from '../detect/find-face.ts';
import { isVisible } from '../detect/judge-visibility.ts';
import { awaitPage, awaitSettled } from './await-page.ts';
import { findOption, findSearch, listOptions } from './find-options.ts';
import { press, pressKey } from './press-element.ts';
import { scrollTo } from './scroll-list.ts';
import { search } from './search-list.ts';

/** How long a list may take to open, and to fetch what was typed. */
const OPEN_DEADLINE_MS = 600;
const SEARCH_DEADLINE_MS = 2000;
const FOCUS_DEADLINE_MS = 30;
/** A list that one can type into is typed into when no press has opened it by then. */
const TYPE_INSTEAD_MS = 150;
/** A list whose options stay the same for this long offers what it has, or draws a part of it. */
const SETTLED_MS = 100;
const MOST_SEARCHES = 3;

/** Opens the list of a combobox that has the focus, and gives the option that means one of `wanted`. */
export async function findOpened(
  combobox: HTMLElement,
  wanted: readonly string[],
): Promise<HTMLElement | null> {
  const { ownerDocument: document } = combobox;
  // What is not shown yet takes no press: lists stand ready before they open.
  const find = (): HTMLElement | null => {
    const found = isOffering(combobox) ? findOption(combobox, wanted) : null;
    return found?.checkVisibility({ visibilityProperty: true }) ? found : null;
  };
  const startedAtMs = performance.now();
  const typed = combobox instanceof HTMLInputElement && !combobox.readOnly ? combobox : null;
  await openList(combobox, find, typed ? TYPE_INSTEAD_MS : undefined);
  if (!typed && isClosed(combobox) && !find()) await openByKey(combobox, find);
  await searchFor(wanted, () => typed ?? findSearch(combobox), find);
  if (typed && isClosed(combobox) && !find()) await openByKey(combobox, find);
  const option = find() ?? (await scrollTo(() => listOptions(combobox), find));
  const leftMs = Math.max(0, startedAtMs + OPEN_DEADLINE_MS - performance.now());
  if (!option && isOffering(combobox)) await awaitPage(document, () => find() !== null, leftMs);
  return option ?? find() ?? findOption(combobox, wanted);
}

async function searchFor(
  wanted: readonly string[],
  findInput: () => HTMLInputElement | null,
  find: () => Element | null,
): Promise<void> {
  for (const word of wanted.slice(0, MOST_SEARCHES)) {
    const input = find() ? null : findInput();
    if (!input) return;
    search(input, word);
    await awaitPage(input.ownerDocument, () => find() !== null, SEARCH_DEADLINE_MS / MOST_SEARCHES);
  }
}

/**
 * Opens the list of a combobox that has the focus, until `find` finds something there or its options stay the same.
 * One that is not open after `opensMs` stays closed.
 */
export async function openList(
  combobox: HTMLElement,
  find: () => Element | null,
  opensMs = OPEN_DEADLINE_MS,
): Promise<void> {
  const { ownerDocument: document } = combobox;
  const opens = (): boolean => isOpen(combobox) || isOffering(combobox);
  // Some open with the focus alone, and close at a press.
  if (!(await awaitPage(document, opens, FOCUS_DEADLINE_MS))) press(findPressed(combobox));
  if (await awaitPage(document, opens, opensMs)) await awaitOffer(combobox, find);
}

async function openByKey(combobox: HTMLElement, find: () => Element | null): Promise<void> {
  pressKey(combobox, 'ArrowDown');
  await awaitOffer(combobox, find);
}

function awaitOffer(combobox: HTMLElement, find: () => Element | null): Promise<void> {
  const read = (): readonly Element[] | null => (isOffering(combobox) ? listOptions(combobox) : null);
  const settled = { quietMs: SETTLED_MS, deadlineMs: OPEN_DEADLINE_MS };
  return awaitSettled(combobox.ownerDocument, () => find() !== null, read, settled);
}

/** What of a combobox takes the press that opens it or closes it. */
export function findPressed(combobox: HTMLElement): HTMLElement {
  return (isVisible(combobox) ? null : findFace(combobox)) ?? combobox;
}

export function isOpen(combobox: HTMLElement): boolean {
  return combobox.getAttribute('aria-expanded') === 'true';
}

function isClosed(combobox: HTMLElement): boolean {
  return combobox.getAttribute('aria-expanded') === 'false';
}

/** Whether a person sees an option of the list of a combobox. */
export function isOffering(combobox: HTMLElement): boolean {
  return listOptions(combobox).some(
    one =>
      isVisible(one) || [...one.children].some(inner => inner instanceof HTMLElement && isVisible(inner)),
  );
}
