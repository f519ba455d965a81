import type { CheckoutClues } from '../checkout/checkout-clues.ts';
import { gatherClues } from '../checkout/gather-clues.ts';
import { createFieldIndex } from '../detect/collect-fields.ts';
import { describeSlots } from '../detect/describe-slots.ts';
import type { FieldDescription, FieldToken } from '../detect/field-description.ts';
import { LiveFields } from '../detect/live-fields.ts';
import type { LiveRoots } from '../detect/live-roots.ts';
import type { Root } from '../detect/sight-lens.ts';
import type { FieldElement } from '../detect/walk-roots.ts';
import { applyFill } from '../fill/apply-fill.ts';
import { canBeSeen } from '../fill/can-be-seen.ts';
import type { FilledField } from '../fill/fill-context.ts';
import type { FillPlan, FillStep } from '../fill/fill-plan.ts';
import { nameField } from '../fill/name-field.ts';
import { watchOwnerInput } from '../fill/owner-input.ts';
import { createStepResolver, type ResolveField } from '../fill/resolve-field.ts';
import { joinFills, type UndoneFill, undoFill } from '../fill/undo-fill.ts';
import type { NamedField, Surroundings } from '../messages/field-words.ts';
import type { FrameAnswer } from '../messages/frame-map.ts';
import { readFramePlace } from './frame-place.ts';
import { PageClassifier, type PageFields } from './page-classifier.ts';

/** One frame's page, as far as the background may know and change it. */
export interface PageView {
  /** What it asks for right now; what did not change since the last call is not looked at again. */
  read(): PageFields;
  /** Does some of the work for `read`, as long as `hasTime`; says whether it is done. */
  advance(hasTime: () => boolean): boolean;
  /** Looks anew, as a part of what stands around this frame; that holds until the next call. */
  describe(around: Surroundings | null): FrameAnswer<'describe_fields'>;
  name(page: PageFields): NamedField[];
  apply(plan: FillPlan): Promise<FrameAnswer<'apply_fill'>>;
  undo(): Promise<UndoneFill>;
  /** What the page says of an order and of who sells. */
  gatherClues(): CheckoutClues;
}

const MOST_FIELDS = 500;

/**
 * Looks at `document` as `origin`: the browser's word for who the page is, opaque frames included. `onChange` is called
 * whenever something may have changed.
 */
export function createPageView(
  document: Document,
  origin: string,
  onChange: () => void,
  roots: LiveRoots,
): PageView {
  const live = new LiveFields(roots, createFieldIndex(), onChange);
  const classifier = new PageClassifier();
  const owner = watchOwnerInput(document);
  const state: { filled: FilledField[]; around: Surroundings | null } = { filled: [], around: null };
  const read = () => classifier.classify(live.read(), state.around);
  const createResolver = (steps: readonly FillStep[]): ResolveField => {
    live.refresh();
    const resolve = createStepResolver(read, steps);
    return step => {
      live.touch(step.fieldKey);
      return resolve(step);
    };
  };
  // A choice may show other fields by a style sheet alone.
  document.addEventListener('change', () => {
    live.refresh();
    onChange();
  });
  return {
    read,
    advance: hasTime => live.advance(hasTime) && classifier.advance(live.read(), state.around, hasTime),
    describe(around) {
      if (!around) live.refresh();
      state.around = around;
      return describePage(read(), document, live.roots());
    },
    name: nameFields,
    async apply(plan) {
      const { hasTouched, lookAway } = owner;
      const resolve = createResolver(plan.steps);
      const applied = await applyFill(plan, {
        ...{ origin, document, resolve, hasTouched, lookAway, roots: () => live.roots() },
      });
      state.filled = joinFills(state.filled, applied.filled);
      return { results: applied.results };
    },
    undo() {
      const { filled } = state;
      state.filled = [];
      const steps = filled.map(({ step }) => step);
      return undoFill(filled, { document, resolve: createResolver(steps) });
    },
    gatherClues: () => gatherClues(document),
  };
}

function describePage(
  page: PageFields,
  document: Document,
  roots: readonly Root[],
): FrameAnswer<'describe_fields'> {
  const seen = page.fields.filter(field => field.visible).slice(0, MOST_FIELDS);
  return {
    ...{ place: readFramePlace(self), windowName: self.name.slice(0, 200) },
    address: document.URL.slice(0, 2000),
    language: document.documentElement.lang.slice(0, 40),
    fields: seen.map(clipDescription),
    named: nameFields(page)
      .filter(({ fieldKey, token }) => isShown(page.elements.get(fieldKey), token, roots))
      .slice(0, MOST_FIELDS),
    slots: describeSlots(roots, listElements(page, seen)),
  };
}

function isShown(element: FieldElement | undefined, token: string, roots: readonly Root[]): boolean {
  return element !== undefined && canBeSeen(element, token as FieldToken, roots);
}

function nameFields({ fields, classified }: PageFields): NamedField[] {
  const byKey = new Map(fields.map(field => [field.key, field]));
  return classified.flatMap(({ fieldKey, token, section }) => {
    const field = byKey.get(fieldKey);
    if (!field?.visible || token === 'none') return [];
    return [{ fieldKey, token, section, label: nameField(field) }];
  });
}

function listElements({ elements }: PageFields, fields: readonly FieldDescription[]): FieldElement[] {
  return fields.flatMap(field => elements.get(field.key) ?? []);
}

// A page may write anything of any length into an attribute.
function clipDescription(field: FieldDescription): FieldDescription {
  const clip = (text: string) => text.slice(0, 200);
  const { name, id, autocomplete, sections } = field;
  return {
    ...field,
    ...{ name: clip(name), id: clip(id), autocomplete: clip(autocomplete), sections: sections.map(clip) },
    ...{ inputMode: field.inputMode.slice(0, 20), pattern: field.pattern.length > 500 ? '' : field.pattern },
    ...{ texts: field.texts.slice(0, 20), options: field.options.slice(0, 60) },
  };
}
