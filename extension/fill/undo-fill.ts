import { isNative } from '../detect/walk-roots.ts';
import { readField } from './apply-fill.ts';
import { awaitPage, awaitQuiet } from './await-page.ts';
import { chooseInList, isCombobox } from './choose-in-list.ts';
import { type FillContext, type FilledField, isPivot } from './fill-context.ts';
import { keepsValue } from './keeps-value.ts';
import { fillField } from './write-value.ts';

const RELOAD_DEADLINE_MS = 2000;
const AFTER_PIVOT = { quietMs: 120, deadlineMs: RELOAD_DEADLINE_MS };

/** How many fields were put back, and how many stay as they are because they changed since or cannot be put back. */
export interface UndoneFill {
  undone: number;
  left: number;
}

type Place = Pick<FillContext, 'document' | 'resolve'>;

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
  for (const one of own) if (await putBack(one, place, RELOAD_DEADLINE_MS)) undone++;
  return { undone, left: filled.length - undone };
}

async function putBack(
  { step, before, element }: FilledField,
  { document }: Place,
  deadlineMs: number,
): Promise<boolean> {
  if (readField(element) === before) return true;
  if (isCombobox(element) && before !== '') return (await chooseInList(element, [before])) !== null;
  if (element instanceof HTMLSelectElement) {
    const offers = (): boolean => [...element.options].some(one => one.value === before);
    if (!(await awaitPage(document, offers, deadlineMs))) return false;
  }
  if (!isNative(element)) return false;
  fillField(element, before);
  if (isPivot(step)) await awaitQuiet(document, AFTER_PIVOT);
  return keepsValue(element, before) || readField(element) === before;
}
