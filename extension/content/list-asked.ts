import type { ClassifiedField } from '../detect/field-description.ts';
import type { PageFields } from './page-classifier.ts';

/** What a person sees of what asks for something of ours. */
export function listAsked({ fields, classified }: PageFields): ClassifiedField[] {
  const seen = new Set(fields.filter(field => field.visible).map(({ key }) => key));
  return classified.filter(({ fieldKey, token }) => token !== 'none' && seen.has(fieldKey));
}
