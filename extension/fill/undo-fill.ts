import { isNative, type NativeField } from '../detect/walk-roots.ts';
import { awaitPage, awaitQuiet } from './await-page.ts';
import { type FillContext, type FilledField, isPivot } from './fill-context.ts';
import { listChanged } from './held-choice.ts';
import { isMaskOnly, keepsValue } from './keeps-value.ts';
import { isCombobox } from './read-choice.ts';
import { readField } from './read-field.ts';
import { SETTLE_DEADLINE_MS } from './settles.ts';
import { takeChoiceBack } from './take-choice-back.ts';
import { chooseValue } from './write-select.ts';
import { fillField, replaceInField, typeIntoField } from './write-value.ts';

const RELOAD_DEADLINE_MS = 2000;
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
  const keepers = joinKeepers(own);
  const lists = new Set<FilledField>();
  for (const one of own.toReversed())
    if (!keepers.has(one.element) && (await putBack(one, place, 0)) && isCombobox(one.element))
      lists.add(one);
  let undone = 0;
  for (const one of own) {
    const kept = keepers.get(one.element);
    const isBack =
      kept === undefined ? await putBackLate(one, place, lists.has(one)) : readField(one.element) === kept;
    if (isBack) undone++;
  }
  return { undone, left: filled.length - undone };
}

// A list that a widget hides may be a field of its own: it follows the widget.
function joinKeepers(filled: readonly FilledField[]): Map<Element, string> {
  return new Map(filled.flatMap(({ keepers }) => [...(keepers ?? [])]));
}

// What a list holds cannot be read, and one that did not offer what it showed before will not do so at a second press.
async function putBackLate(one: FilledField, place: Place, isListBack: boolean): Promise<boolean> {
  const isBack = readField(one.element) === one.before;
  if (isCombobox(one.element)) return isListBack && isBack;
  return isBack || putBack(one, place, RELOAD_DEADLINE_MS);
}

/** Two fills as one to be taken back: what stood there before the first, unless the owner changed it in between. */
export function joinFills(first: readonly FilledField[], second: readonly FilledField[]): FilledField[] {
  const before = new Map(first.map(one => [one.step.fieldKey, one]));
  const joined = second.map(one => {
    const earlier = before.get(one.step.fieldKey);
    return earlier?.after === one.before ? { ...one, before: earlier.before, keepers: earlier.keepers } : one;
  });
  const again = new Set(second.map(({ step }) => step.fieldKey));
  return [...first.filter(({ step }) => !again.has(step.fieldKey)), ...joined];
}

async function putBack(
  { step, before, after, keepers, element }: FilledField,
  place: Place,
  deadlineMs: number,
): Promise<boolean> {
  const { document } = place;
  if (readField(element) === before && !(keepers && listChanged(keepers).size > 0)) return true;
  if (isCombobox(element)) return takeChoiceBack(element, { before, chosen: after, keepers });
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
