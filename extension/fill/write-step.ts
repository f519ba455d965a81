import { type FieldElement, isNative, type NativeField } from '../detect/walk-roots.ts';
import { awaitPage } from './await-page.ts';
import { chooseInList } from './choose-in-list.ts';
import { chooseOption } from './choose-option.ts';
import { chooseSuggested } from './choose-suggested.ts';
import type { FillContext } from './fill-context.ts';
import type { FillOutcome } from './fill-plan.ts';
import { heedCode } from './heed-code.ts';
import { isAccepted, isFlagged, keepsValue } from './keeps-value.ts';
import { isCombobox, readChoice } from './read-choice.ts';
import { chooseValue } from './write-select.ts';
import { fillField, type JudgeFocused, typeIntoField } from './write-value.ts';

/** How long a framework may take to put back or reformat what was written. */
const SETTLE_DEADLINE_MS = 100;

/** Writes one of `values`, best first, where `judge` has nothing against it, and says what the page made of it. */
export async function writeValues(
  element: FieldElement,
  values: readonly string[],
  context: FillContext,
  judge: JudgeFocused,
): Promise<FillOutcome> {
  if (element instanceof HTMLSelectElement) return writeSelect(element, values, context, judge);
  if (isCombobox(element) && (await chooseInList(element, values)) !== null) return 'filled';
  if (!isNative(element)) return 'not_offered';
  if (isCombobox(element) && isListOnly(element)) return 'not_offered';
  return writeText(element, values, context, judge);
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

async function writeText(
  element: NativeField,
  values: readonly string[],
  { document, lookAway }: FillContext,
  judge: JudgeFocused,
): Promise<FillOutcome> {
  const type = (value: string): FillOutcome | null => {
    let refusal: FillOutcome | null = null;
    const act = (): void => {
      refusal = typeIntoField(element, value, judge);
    };
    if (lookAway) lookAway(act);
    else act();
    return refusal;
  };
  const flagged = isFlagged(element);
  const takes = async (): Promise<boolean> =>
    (await settles(element, values, document)) && isAccepted(element, flagged);
  // A page may part the code from the number, and show it beside: any form of it is kept.
  for (const value of heedCode(element, values)) {
    const refusal = fillField(element, value, judge);
    if (refusal) return refusal;
    if (await takes()) return 'filled';
    if (keepsValue(element, value) || !element.isConnected) continue;
    const refusedLate = type(value);
    if (refusedLate) return refusedLate;
    if (await takes()) return 'filled';
  }
  if ((await chooseWhatAppears(element, values)) && (await takes())) return 'filled';
  writeUsual(element, values);
  return 'rejected_by_page';
}

// What the page finds fault with in each form is better seen by the owner in the usual one.
function writeUsual(element: NativeField, values: readonly string[]): void {
  const [usual] = heedCode(element, values);
  if (usual !== undefined && element.isConnected) fillField(element, usual);
}

// An input that is emptied whatever is typed may keep what is chosen under it.
async function chooseWhatAppears(element: NativeField, values: readonly string[]): Promise<boolean> {
  if (!(element instanceof HTMLInputElement) || !element.isConnected || element.value !== '') return false;
  return chooseSuggested(element, values);
}

// Frameworks draw after the event: in a task of its own, which a hidden tab delays as a message, not as a timer.
async function settles(
  element: NativeField,
  values: readonly string[],
  document: Document,
): Promise<boolean> {
  await new Promise<void>(resolve => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
  return awaitPage(document, () => values.some(value => keepsValue(element, value)), SETTLE_DEADLINE_MS);
}
