import { awaitPage } from './await-page.ts';
import { findChoice } from './choose-option.ts';
import { CLOSE_DEADLINE_MS, leaveList, staysOpen } from './close-list.ts';
import { findInnermost, readOption } from './find-options.ts';
import { findOpened, isOpen } from './open-list.ts';
import { press } from './press-element.ts';
import { readChoice } from './read-choice.ts';

const PRESS_ENDS_MS = 20;

/**
 * Opens the list of a combobox, presses the option that means one of `wanted` and waits until the widget shows it.
 * Gives what it shows then, or null where there is no such option; then the widget is closed again.
 */
export async function chooseInList(combobox: HTMLElement, wanted: readonly string[]): Promise<string | null> {
  const before = readChoice(combobox);
  combobox.focus({ preventScroll: true });
  const option = await findOpened(combobox, wanted);
  if (!option) {
    await leaveList(combobox, true);
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
  await leaveList(combobox, !shown || staysOpen(combobox));
  return shown ? text : null;
}

// What it shows may be shorter than the option, or longer.
function showsChoice(combobox: HTMLElement, said: readonly string[], before: string): boolean {
  const shown = readChoice(combobox);
  const means = (): boolean => shown !== before && findChoice([{ value: '', text: shown }], said) >= 0;
  return !isOpen(combobox) && (shown.includes(said[0] ?? '') || means());
}
