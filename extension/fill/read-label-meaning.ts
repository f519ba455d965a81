import { classifyFields } from '../detect/classify-fields.ts';
import type { FieldDescription, FieldToken } from '../detect/field-description.ts';
import { readFilledToken } from '../detect/telephone-country.ts';
import { nameField } from './name-field.ts';

/** What the words say that a person reads at the field, whatever its attributes say. */
export function readLabelMeaning(field: FieldDescription): FieldToken {
  const texts = [{ source: 'label', text: nameField(field) }] as const;
  const bare = { ...field, name: '', id: '', autocomplete: '', texts: [...texts], sections: [] };
  const [one] = classifyFields([bare]);
  return one ? readFilledToken(one) : 'none';
}
