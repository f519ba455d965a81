import type { ClassifiedField, FieldDescription, FieldToken } from '../detect/field-description.ts';
import { readFilledToken } from '../detect/telephone-country.ts';
import type { FieldElement } from '../detect/walk-roots.ts';
import type { FillStep } from './fill-plan.ts';
import { nameField } from './name-field.ts';
import { type Classify, readLabelMeaning } from './read-label-meaning.ts';

/** What a step's target is at this moment. */
export interface ResolvedField {
  element: FieldElement;
  token: FieldToken;
  label: string;
  /** What the label's own words mean, where it is not the label that was shown. */
  labelToken: FieldToken;
}

export type ResolveField = (step: FillStep) => ResolvedField | null;

/** A page as it was just read. */
interface ReadPage {
  fields: readonly FieldDescription[];
  classified: readonly ClassifiedField[];
  elements: ReadonlyMap<string, FieldElement>;
}

/** Finds the targets of `steps` in a page that may change in between: at each call it is read anew. */
export function createStepResolver(view: ReadableView, steps: readonly FillStep[]): ResolveField {
  const before = view.read();
  const places = new Map(steps.map(step => [step, findPlace(before, step)]));
  return step => resolveStep(view.read(), step, view.classify, places.get(step));
}

/** A page that is read again and again, and who can tell what its words mean: words are not known here. */
interface ReadableView {
  read(): ReadPage;
  classify: Classify;
}

/** Which of the fields with the same meaning and label a step's target is. */
interface Place {
  at: number;
  of: number;
}

function findPlace(page: ReadPage, step: FillStep): Place {
  const alike = listAlike(page, step);
  return { at: alike.findIndex(({ key }) => key === step.fieldKey), of: alike.length };
}

function listAlike({ fields, classified }: ReadPage, step: FillStep): FieldDescription[] {
  const tokens = new Map(classified.map(one => [one.fieldKey, readFilledToken(one)]));
  const same = fields.filter(({ key, visible }) => visible && tokens.get(key) === step.token);
  const called = same.filter(field => nameField(field) === step.label);
  // Under another country a field is called otherwise; who writes decides whether that may be.
  return called.length > 0 ? called : same;
}

// A page that rendered the form again has new elements: then the field that stands where the old one stood takes its
// place, if there are as many of them as before.
function resolveStep(
  page: ReadPage,
  step: FillStep,
  classify: Classify,
  place?: Place,
): ResolvedField | null {
  const alike = listAlike(page, step);
  const same = page.fields.find(({ key }) => key === step.fieldKey);
  const next = alike.length === (place?.of ?? 1) ? alike[place?.at ?? 0] : undefined;
  const found = same ?? next ?? (alike.length === 1 ? alike[0] : undefined);
  const element = found && page.elements.get(found.key);
  if (!found || !element) return null;
  const known = page.classified.find(({ fieldKey }) => fieldKey === found.key);
  const token = known ? readFilledToken(known) : 'none';
  const label = nameField(found);
  return {
    element,
    token,
    label,
    labelToken: label === step.label ? token : readLabelMeaning(found, classify),
  };
}
