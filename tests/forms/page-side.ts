import { gatherClues } from '#extension/checkout/gather-clues.ts';
import { judgeClues } from '#extension/checkout/judge-clues.ts';
import { classifyFields } from '#extension/detect/classify-fields.ts';
import { classifyPage } from '#extension/detect/classify-page.ts';
import { collectFields, createFieldIndex } from '#extension/detect/collect-fields.ts';
import { describeSlots } from '#extension/detect/describe-slots.ts';
import type { FieldToken } from '#extension/detect/field-description.ts';
import { createPurposeJudge } from '#extension/detect/judge-purpose.ts';
import { keepFilled } from '#extension/detect/keep-filled.ts';
import { LiveFields } from '#extension/detect/live-fields.ts';
import { LiveRoots } from '#extension/detect/live-roots.ts';
import { PageSigns } from '#extension/detect/page-signs.ts';
import { isNative } from '#extension/detect/walk-roots.ts';
import { applyFill } from '#extension/fill/apply-fill.ts';
import { awaitQuiet } from '#extension/fill/await-page.ts';
import { canBeSeen } from '#extension/fill/can-be-seen.ts';
import type { FillResult } from '#extension/fill/fill-plan.ts';
import type { ValuesToFill } from '#extension/fill/identity.ts';
import { watchOwnerInput } from '#extension/fill/owner-input.ts';
import { planFill } from '#extension/fill/plan-fill.ts';
import { undoFill } from '#extension/fill/undo-fill.ts';
import { fillField, typeIntoField } from '#extension/fill/write-value.ts';
import { createFieldResolver } from './create-field-resolver.ts';

export interface FilledPage {
  /** `data-cid` of the controls that nobody sees. */
  hidden: string[];
  /** By `data-cid`. */
  fields: Record<string, { token: FieldToken; outcome: FillResult['outcome']; value: string }>;
}

/** Fills the page with `values` as the extension does, and tells what each field holds afterwards. */
export async function fillPageUnderTest(values: ValuesToFill): Promise<FilledPage> {
  const index = createFieldIndex();
  const { fields, elements } = collectFields(document, index);
  const classified = classifyFields(fields);
  const plan = planFill({
    fields,
    classified,
    values,
    origin: location.origin,
    language: document.documentElement.lang || 'en',
  });
  const tokens = new Map(plan.steps.map(step => [step.fieldKey, step.token]));
  const { results } = await applyFill(plan, {
    origin: location.origin,
    document,
    resolve: createFieldResolver(document, index),
  });
  const hidden = fields
    .filter(field => !field.visible || !field.writable)
    .map(field => elements.get(field.key)?.getAttribute('data-cid') ?? '');
  const filled: FilledPage = { hidden, fields: {} };
  for (const { fieldKey, outcome } of results) {
    const element = elements.get(fieldKey);
    const cid = element?.getAttribute('data-cid') ?? element?.id;
    if (element && cid) {
      filled.fields[cid] = {
        token: tokens.get(fieldKey) ?? 'none',
        outcome,
        value: isNative(element) ? element.value : '',
      };
    }
  }
  return filled;
}

export const parts = {
  applyFill,
  awaitQuiet,
  canBeSeen,
  classifyFields,
  classifyPage,
  collectFields,
  createFieldIndex,
  createFieldResolver,
  createPurposeJudge,
  PageSigns,
  describeSlots,
  fillField,
  LiveFields,
  LiveRoots,
  planFill,
  gatherClues,
  judgeClues,
  keepFilled,
  typeIntoField,
  undoFill,
  watchOwnerInput,
};
