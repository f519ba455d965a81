import { awaitPage } from './await-page.ts';
import { findSearch, listOptions } from './find-options.ts';
import { findPressed, isOffering, isOpen } from './open-list.ts';
import { press, pressKey } from './press-element.ts';
import { search } from './search-list.ts';

/** How long a list may take to close. */
export const CLOSE_DEADLINE_MS = 400;

/** Closes the list of a combobox, where it stays open or is closed without a choice, and takes the focus away. */
export async function leaveList(combobox: HTMLElement, cancelling: boolean): Promise<void> {
  if (cancelling) {
    // What hears it beside an open list may be the dialog that the form stands in.
    if (combobox.getAttribute('aria-expanded') !== 'false') pressKey(combobox, 'Escape');
    // In an empty box the key that erases takes the choice beside it.
    if (combobox instanceof HTMLInputElement && combobox.value !== '' && isOpen(combobox))
      search(combobox, '');
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

/** Whether a list opens again with the focus and does not close without it, and says nothing of either. */
export function staysOpen(combobox: HTMLElement): boolean {
  return !combobox.hasAttribute('aria-expanded') && isOffering(combobox);
}
