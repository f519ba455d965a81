import type { ClassifiedField, FieldDescription, FieldToken } from '../detect/field-description.ts';
import { readFilledToken } from '../detect/telephone-country.ts';
import { nameField } from './name-field.ts';

/** Tells what fields ask for. */
export type Classify = (fields: readonly FieldDescription[]) => readonly ClassifiedField[];

/** What the words say that a person reads at the field, whatever its attributes say. */
export function readLabelMeaning(field: FieldDescription, classify: Classify): FieldToken {
  const texts = [{ source: 'label', text: nameField(field) }] as const;
  const bare = { ...field, name: '', id: '', autocomplete: '', texts: [...texts], sections: [] };
  const [one] = classify([bare]);
  return one ? readFilledToken(one) : 'none';
}
