import { safeParse } from 'valibot';
import { readCheckout } from '../checkout/read-checkout.ts';
import { classifyFields } from '../detect/classify-fields.ts';
import { classifyPage, FILLED_KINDS } from '../detect/classify-page.ts';
import { collectFields, createFieldIndex } from '../detect/collect-fields.ts';
import type { ClassifiedField, FieldDescription } from '../detect/field-description.ts';
import type { FieldElement, OpenShadowRoot } from '../detect/walk-roots.ts';
import { applyFill, type FilledField, undoFill } from '../fill/apply-fill.ts';
import type { FillPlan } from '../fill/fill-plan.ts';
import type { ValuesToFill } from '../fill/identity.ts';
import { nameField } from '../fill/name-field.ts';
import { watchOwnerInput } from '../fill/owner-input.ts';
import { planFill } from '../fill/plan-fill.ts';
import { createFieldResolver } from '../fill/resolve-field.ts';
import type { FrameAnswer, FrameField } from '../messages/frame-map.ts';
import { CheckoutReading } from '../messages/page-words.ts';

/** What the page of this frame asks for right now. Empty on a page of a kind that is never filled. */
export interface PageFields {
  fields: FieldDescription[];
  classified: ClassifiedField[];
  elements: ReadonlyMap<string, FieldElement>;
}

/** One frame's page, as far as the background may know and change it. */
export interface PageView {
  read(): PageFields;
  describe(page: PageFields): FrameField[];
  plan(values: ValuesToFill, overwrite: boolean): FillPlan;
  apply(plan: FillPlan): Promise<FrameAnswer<'apply_fill'>>;
  undo(): number;
  readCheckout(): CheckoutReading | null;
}

/** Looks at `document` as `origin`: the browser's word for who the page is, opaque frames included. */
export function createPageView(
  document: Document,
  origin: string,
  openShadowRoot?: OpenShadowRoot,
): PageView {
  const index = createFieldIndex();
  const owner = watchOwnerInput(document);
  const resolve = createFieldResolver(document, index, openShadowRoot);
  const last: { filled: FilledField[] } = { filled: [] };
  const read = () => readFields(collectFields(document, index, openShadowRoot));
  return {
    read,
    describe: describeFields,
    plan(values, overwrite) {
      const { fields, classified } = read();
      const language = document.documentElement.lang;
      return planFill({ ...{ fields, classified, values, origin, language, overwrite } });
    },
    async apply(plan) {
      const { hasTouched } = owner;
      const applied = await applyFill(plan, { ...{ origin, document, resolve, hasTouched } });
      last.filled = [...last.filled, ...applied.filled];
      const results = applied.results.map(({ fieldKey, outcome }) => ({
        fieldKey,
        filled: outcome === 'filled',
      }));
      return { results };
    },
    undo() {
      const undone = undoFill(last.filled);
      last.filled = [];
      return undone;
    },
    readCheckout: () => toReading(document),
  };
}

function readFields(collected: { fields: FieldDescription[]; elements: ReadonlyMap<string, FieldElement> }) {
  const classified = classifyFields(collected.fields);
  const kind = classifyPage(collected.fields, classified);
  return FILLED_KINDS.has(kind)
    ? { ...collected, classified }
    : { fields: [], classified: [], elements: collected.elements };
}

function describeFields({ fields, classified }: PageFields): FrameField[] {
  const byKey = new Map(fields.map(field => [field.key, field]));
  return classified.flatMap(({ fieldKey, token, section }) => {
    const field = byKey.get(fieldKey);
    if (!field?.visible || token === 'none') return [];
    return [{ fieldKey, token, section, label: nameField(field) }];
  });
}

/** What the page shows of the order, or null where it shows no amount. */
function toReading(document: Document): CheckoutReading | null {
  const { amount, currency, orderNumber, payeeName, payeeFrom } = readCheckout(document);
  const reading = safeParse(CheckoutReading, {
    ...{ amount, currency },
    orderNumber: orderNumber?.trim().slice(0, 64) || null,
    payeeName: payeeFrom === 'host' ? null : payeeName.trim().slice(0, 80) || null,
  });
  return reading.success && amount !== null ? reading.output : null;
}
