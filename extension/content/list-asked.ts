import type { ClassifiedField, FieldToken } from '../detect/field-description.ts';
import type { FieldElement } from '../detect/walk-roots.ts';
import type { PageFields } from './page-classifier.ts';

/** What a person sees of what asks for something of ours. */
export function listAsked({ fields, classified }: PageFields): ClassifiedField[] {
  const seen = new Set(fields.filter(field => field.visible).map(({ key }) => key));
  return classified.filter(({ fieldKey, token }) => token !== 'none' && seen.has(fieldKey));
}

/** What each such control asks for. */
export function mapAsked(page: PageFields): Map<FieldElement, FieldToken> {
  return new Map(
    listAsked(page).flatMap(({ fieldKey, token }) => {
      const element = page.elements.get(fieldKey);
      return element ? [[element, token]] : [];
    }),
  );
}
