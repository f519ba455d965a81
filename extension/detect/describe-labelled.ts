import type { FieldDescription } from './field-description.ts';

/** A text input with one label: the start of a made-up description. */
export function describeLabelled(label: string, more: Partial<FieldDescription> = {}): FieldDescription {
  return {
    key: `${label}/${more.name ?? ''}/${more.id ?? ''}`,
    tag: 'input',
    type: 'text',
    name: '',
    id: '',
    autocomplete: '',
    inputMode: '',
    pattern: '',
    maxLength: null,
    texts: label ? [{ source: 'label', text: label }] : [],
    options: [],
    optionCount: 0,
    sections: [],
    form: 0,
    order: 0,
    visible: true,
    writable: true,
    ...more,
  };
}
