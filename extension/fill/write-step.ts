import { type FieldElement, isNative, type NativeField } from '../detect/walk-roots.ts';
import { chooseInList } from './choose-in-list.ts';
import { chooseOption, findChoice } from './choose-option.ts';
import type { FillContext } from './fill-context.ts';
import type { FillOutcome } from './fill-plan.ts';
import { listChanged, readKeepers } from './held-choice.ts';
import { isCombobox, readChoice } from './read-choice.ts';
import { settles } from './settles.ts';
import { takeChoiceBack } from './take-choice-back.ts';
import { chooseValue } from './write-select.ts';
import { writeText } from './write-text.ts';
import type { JudgeFocused } from './write-value.ts';

/** Writes one of `values`, best first, where `judge` has nothing against it, and says what the page made of it. */
export async function writeValues(
  element: FieldElement,
  values: readonly string[],
  context: FillContext,
  judge: JudgeFocused,
): Promise<FillOutcome> {
  if (element instanceof HTMLSelectElement) return writeSelect(element, values, context, judge);
  const chosen = isCombobox(element) ? await chooseFrom(element, values) : null;
  if (chosen) return chosen;
  if (!isNative(element)) return 'not_offered';
  if (isCombobox(element) && isListOnly(element)) return 'not_offered';
  return writeText(element, values, context, judge);
}

// A list that takes what stands first in it as it is left takes it again after each letter.
async function chooseFrom(combobox: HTMLElement, values: readonly string[]): Promise<FillOutcome | null> {
  const before = readChoice(combobox);
  const kept = readKeepers(combobox);
  if ((await chooseInList(combobox, values)) !== null) return 'filled';
  const chosen = readChoice(combobox);
  const isOwn = chosen === '' || findChoice([{ value: '', text: chosen }], values) >= 0;
  if (chosen === before || isOwn) return null;
  await takeChoiceBack(combobox, { before, chosen, keepers: listChanged(kept) });
  return 'not_offered';
}

// An input that is closed to typing, or shows its choice outside itself, takes nothing but choices.
function isListOnly(element: NativeField): boolean {
  if (!('readOnly' in element) || element.readOnly) return true;
  const isOutside = element.value === '' && readChoice(element) !== '';
  return isOutside && element.getAttribute('aria-autocomplete') !== 'both';
}

async function writeSelect(
  element: HTMLSelectElement,
  values: readonly string[],
  { document }: FillContext,
  judge: JudgeFocused,
): Promise<FillOutcome> {
  const chosen = findOptionValue(element, values);
  if (chosen === null) return 'not_offered';
  let refusal: FillOutcome | null = null;
  const isChosen = await chooseValue(element, chosen, () => (refusal = judge()));
  if (refusal) return refusal;
  return isChosen && (await settles(element, [chosen], document)) ? 'filled' : 'rejected_by_page';
}

/** The value of the enabled option that means one of `values`. */
export function findOptionValue(element: HTMLSelectElement, values: readonly string[]): string | null {
  return chooseOption(
    [...element.options].filter(one => !one.disabled),
    values,
  );
}
