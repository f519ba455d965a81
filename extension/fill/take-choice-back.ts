import { awaitPage } from './await-page.ts';
import { chooseInList } from './choose-in-list.ts';
import { type ClearWay, isTyped, listClearWays } from './clear-ways.ts';
import { CLOSE_DEADLINE_MS, leaveList } from './close-list.ts';
import { holdsChoice, type Keepers, listChanged } from './held-choice.ts';
import { readChoice } from './read-choice.ts';

/** A choice that is to be taken back. */
export interface TakenChoice {
  /** What the combobox showed before it. */
  before: string;
  /** What it shows as chosen. */
  chosen: string;
  /** What unseen controls around it held before. */
  keepers?: Keepers | undefined;
}

/**
 * Empties a combobox in the ways that widgets have for it, one after the other, or chooses again what it showed before.
 * Says whether it shows that and holds the choice no more; else it shows again what it holds.
 */
export async function takeChoiceBack(combobox: HTMLElement, taken: TakenChoice): Promise<boolean> {
  const { before, chosen } = taken;
  if (await clearChoice(combobox, taken)) return true;
  if (before !== '' && (await chooseInList(combobox, [before])) !== null) return isBack(combobox, taken);
  // Nobody would see that the page holds a choice which its box no longer shows.
  if (readChoice(combobox) !== chosen) await chooseInList(combobox, [chosen]);
  return false;
}

function isBack(combobox: HTMLElement, { before, keepers }: TakenChoice): boolean {
  return readChoice(combobox) === before && (!keepers || listChanged(keepers).size === 0);
}

async function clearChoice(combobox: HTMLElement, taken: TakenChoice): Promise<boolean> {
  // A list that marked the choice once must say the contrary.
  const seen = { held: false };
  for (const clear of listClearWays(combobox)) {
    if (await clears(combobox, taken, clear)) {
      const isHeld = isTyped(combobox) && (await asksList(combobox, taken));
      if (isHeld === false || (isHeld === null && !seen.held)) return true;
      seen.held = true;
      // It is empty, and showed another choice before.
    } else if (![taken.before, taken.chosen].includes(readChoice(combobox))) return false;
  }
  return false;
}

// Some write the choice back as they close.
async function asksList(combobox: HTMLElement, taken: TakenChoice): Promise<boolean | null> {
  const isHeld = await holdsChoice(combobox, taken.chosen);
  await leaveList(combobox, true);
  return isBack(combobox, taken) ? isHeld : true;
}

async function clears(combobox: HTMLElement, taken: TakenChoice, clear: ClearWay): Promise<boolean> {
  combobox.focus({ preventScroll: true });
  if (!clear()) return false;
  const { ownerDocument: document } = combobox;
  const isDone = await awaitPage(document, () => isBack(combobox, taken), CLOSE_DEADLINE_MS);
  await leaveList(combobox, !isDone);
  return isBack(combobox, taken);
}
