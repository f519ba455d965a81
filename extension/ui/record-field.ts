import { FIELD_SUFFIXES, type RecordField } from '#shared/number/field.ts';

/** Whether `name` is a field of real data that the locales have a word for. */
export function isRecordField(name: string): name is RecordField {
  return Object.hasOwn(FIELD_SUFFIXES, name);
}
