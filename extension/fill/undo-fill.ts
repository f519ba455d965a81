import { type FieldElement, isNative, type NativeField } from '../detect/walk-roots.ts';
import { awaitPage, awaitQuiet } from './await-page.ts';
import { chooseInList, clearChoice } from './choose-in-list.ts';
import { type FillContext, type FilledField, isPivot } from './fill-context.ts';
import { isMaskOnly, keepsValue } from './keeps-value.ts';
import { isCombobox } from './read-choice.ts';
import { readField } from './read-field.ts';
import { chooseValue } from './write-select.ts';
import { fillField, replaceInField, typeIntoField } from './write-value.ts';

const RELOAD_DEADLINE_MS = 2000;
/** How long a page may take to keep what is put back. */
const SETTLE_DEADLINE_MS = 100;
const AFTER_PIVOT = { quietMs: 120, deadlineMs: RELOAD_DEADLINE_MS };

/**
 * How many fields show what they showed before, those that had been right already among them, and how many stay as they
 * are because they changed since or cannot be put back.
 */
export interface UndoneFill {
  undone: number;
  left: number;
}

type Place = Pick<FillContext, 'document' | 'resolve' | 'lookAway'>;

/**
 * Puts back what was there before; fields that changed since stay. What follows a country goes first, while the page
 * still offers it, and once more after the country, where the page has only now what was there before.
 */
export async function undoFill(filled: readonly FilledField[], place: Place): Promise<UndoneFill> {
  const own = filled.flatMap(one => {
    const element = one.element.isConnected ? one.element : place.resolve(one.step)?.element;
    const untouched = element && (readField(element) === one.after || keepsValue(element, one.after));
    return untouched ? [{ ...one, element }] : [];
  });
  for (const one of own.toReversed()) await putBack(one, place, 0);
  let undone = 0;
  for (const one of own) if (await putBackLate(one, place)) undone++;
  return { undone, left: filled.length - undone };
}

// A list that did not offer what it showed before will not do so at a second press.
async function putBackLate(one: FilledField, place: Place): Promise<boolean> {
  if (readField(one.element) === one.before) return true;
  return !isCombobox(one.element) && putBack(one, place, RELOAD_DEADLINE_MS);
}

/** Two fills as one to be taken back: what stood there before the first, unless the owner changed it in between. */
export function joinFills(first: readonly FilledField[], second: readonly FilledField[]): FilledField[] {
  const before = new Map(first.map(one => [one.step.fieldKey, one]));
  const joined = second.map(one => {
    const earlier = before.get(one.step.fieldKey);
    return earlier?.after === one.before ? { ...one, before: earlier.before } : one;
  });
  const again = new Set(second.map(({ step }) => step.fieldKey));
  return [...first.filter(({ step }) => !again.has(step.fieldKey)), ...joined];
}

async function putBack(
  { step, before, element }: FilledField,
  place: Place,
  deadlineMs: number,
): Promise<boolean> {
  const { document } = place;
  if (readField(element) === before) return true;
  if (isCombobox(element)) return putListBack(element, before);
  if (element instanceof HTMLSelectElement) {
    const offers = (): boolean => [...element.options].some(one => one.value === before);
    const after = element.value;
    if (!(await awaitPage(document, offers, deadlineMs))) return false;
    // Nobody would see that the list behind a widget holds something else than the widget shows.
    if (!(await chooseValue(element, before))) fillField(element, after);
  } else if (isNative(element)) await putTextBack(element, before, place);
  else return false;
  if (isPivot(step)) await awaitQuiet(document, AFTER_PIVOT);
  return keepsValue(element, before) || readField(element) === before;
}

// Masks that listen to editing alone make something else of what is set.
async function putTextBack(
  element: NativeField,
  before: string,
  { document, lookAway = act => act() }: Place,
): Promise<void> {
  const isBack = (): boolean => readField(element) === before || keepsValue(element, before);
  // What a mask shows in an empty field comes back by itself.
  const bare = isMaskOnly(before) ? '' : before;
  const ways = [
    () => fillField(element, before),
    () => lookAway(() => typeIntoField(element, bare)),
    () => replaceInField(element, bare, false),
    () => replaceInField(element, bare, true),
  ];
  for (const write of ways) {
    await write();
    if (await awaitPage(document, isBack, SETTLE_DEADLINE_MS)) return;
  }
}

async function putListBack(list: FieldElement, before: string): Promise<boolean> {
  if (before !== '' && (await chooseInList(list, [before])) !== null) return true;
  // What shows its choice in itself shows what stands around it once it is empty.
  if (isNative(list) && !list.hasAttribute('readonly') && list.value !== '') fillField(list, '');
  return readField(list) === before || clearChoice(list, before);
}
