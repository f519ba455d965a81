import type { FieldDescription } from '../detect/field-description.ts';

/** What a person would call the field: shown in the preview, and compared when the field is written. */
export function nameField(field: FieldDescription): string {
  const text = field.texts.find(one => one.source !== 'title')?.text ?? field.texts[0]?.text;
  return (text ?? (field.name || field.id)).slice(0, 120);
}
