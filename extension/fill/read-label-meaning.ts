import { classifyFields } from '../detect/classify-fields.ts';
import type { FieldDescription, FieldToken } from '../detect/field-description.ts';
import { nameField } from './name-field.ts';

/** What the words say that a person reads at the field, whatever its attributes say. */
export function readLabelMeaning(field: FieldDescription): FieldToken {
  const texts = [{ source: 'label', text: nameField(field) }] as const;
  const bare = { ...field, name: '', id: '', autocomplete: '', texts: [...texts], sections: [] };
  return classifyFields([bare])[0]?.token ?? 'none';
}

const STREETS = new Set<FieldToken>(['street-address', 'address-line1', 'street-name']);

/** Whether two meanings are one for a person: a country's first address line is another's street. */
export function meansTheSame(one: FieldToken, other: FieldToken): boolean {
  return one === other || (STREETS.has(one) && STREETS.has(other));
}
