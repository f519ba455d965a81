import type { NativeField } from '../detect/walk-roots.ts';
import { chooseSuggested } from './choose-suggested.ts';
import type { FillContext } from './fill-context.ts';
import type { FillOutcome } from './fill-plan.ts';
import { heedCode } from './heed-code.ts';
import { isAccepted, isFlagged, isMaskOnly, keepsValue, leavesPlaces } from './keeps-value.ts';
import { settles } from './settles.ts';
import { fillField, type JudgeFocused, replaceInField, typeIntoField } from './write-value.ts';

/** A text that is to be written: one of `values`, best first. */
interface Writing {
  element: NativeField;
  values: readonly string[];
  context: FillContext;
  judge: JudgeFocused;
  /** Whether the page called the field wrong before. */
  flagged: boolean;
}

/** Writes one of `values` into an input, in each way that a page may take it, and says what the page made of it. */
export async function writeText(
  element: NativeField,
  values: readonly string[],
  context: FillContext,
  judge: JudgeFocused,
): Promise<FillOutcome> {
  const writing = { element, values, context, judge, flagged: isFlagged(element) };
  let partly: string | null = null;
  // A page may part the code from the number, and show it beside: any form of it is kept.
  for (const value of heedCode(element, values)) {
    if (partly !== null && keepsValue(element, value)) continue;
    const outcome = await writeForm(writing, value);
    // A longer form may fill what a mask leaves open: a year of four digits.
    if (outcome && (outcome !== 'filled' || !leavesPlaces(element))) return outcome;
    if (outcome) partly ??= value;
  }
  if (partly !== null) return (await writeForm(writing, partly)) ?? 'rejected_by_page';
  if ((await chooseWhatAppears(element, values)) && (await takes(writing))) return 'filled';
  writeUsual(element, values);
  return 'rejected_by_page';
}

/** What became of one form of it; null where the page does not take it in any way. */
async function writeForm(writing: Writing, value: string): Promise<FillOutcome | null> {
  const { element, judge } = writing;
  const ways = [
    () => fillField(element, value, judge),
    () => typeUnwatched(writing, value),
    // What a page empties as the focus leaves it would empty this later.
    () => (isMaskOnly(element.value) ? null : replaceInField(element, value, false, judge)),
    () => replaceInField(element, value, true, judge),
  ];
  for (const write of ways) {
    const refusal = await write();
    if (refusal) return refusal;
    if (await takes(writing)) return 'filled';
    if (keepsValue(element, value) || !element.isConnected) return null;
  }
  return null;
}

async function takes({ element, values, context, flagged }: Writing): Promise<boolean> {
  return (await settles(element, values, context.document)) && isAccepted(element, flagged);
}

function typeUnwatched({ element, context, judge }: Writing, value: string): FillOutcome | null {
  let refusal: FillOutcome | null = null;
  const act = (): void => {
    refusal = typeIntoField(element, value, judge);
  };
  if (context.lookAway) context.lookAway(act);
  else act();
  return refusal;
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
