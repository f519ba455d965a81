import { classifyFields } from '../detect/classify-fields.ts';
import { collectFields, type FieldIndex } from '../detect/collect-fields.ts';
import type { ClassifiedField, FieldDescription, FieldToken } from '../detect/field-description.ts';
import type { FieldElement, OpenShadowRoot, SearchRoot } from '../detect/walk-roots.ts';
import type { FillStep } from './fill-plan.ts';
import { nameField } from './name-field.ts';

/** What a step's target is at this moment. */
export interface ResolvedField {
  element: FieldElement;
  token: FieldToken;
  label: string;
}

export type ResolveField = (step: FillStep) => ResolvedField | null;

/** A page as it was just read. */
export interface ReadPage {
  fields: readonly FieldDescription[];
  classified: readonly ClassifiedField[];
  elements: ReadonlyMap<string, FieldElement>;
}

/**
 * Finds a step's target in a page. A page that rendered the form again has new elements: then the one field with the
 * same meaning and label takes the place of the old one, if there is exactly one.
 */
export function resolveStep(
  { fields, classified, elements }: ReadPage,
  step: FillStep,
): ResolvedField | null {
  const tokens = new Map(classified.map(one => [one.fieldKey, one.token]));
  const same = fields.find(field => field.key === step.fieldKey);
  const alike = fields.filter(
    field => tokens.get(field.key) === step.token && nameField(field) === step.label,
  );
  const found = same ?? (alike.length === 1 ? alike[0] : undefined);
  const element = found && elements.get(found.key);
  if (!found || !element) return null;
  return { element, token: tokens.get(found.key) ?? 'none', label: nameField(found) };
}

/** Looks the page over anew at each call. */
export function createFieldResolver(
  root: SearchRoot,
  index: FieldIndex,
  openShadowRoot?: OpenShadowRoot,
): ResolveField {
  return step => {
    const { fields, elements } = collectFields(root, index, openShadowRoot);
    return resolveStep({ fields, elements, classified: classifyFields(fields) }, step);
  };
}
