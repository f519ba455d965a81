import { h, render } from 'preact';
import { useState } from 'preact/hooks';
import { CHOICES, EMPTY, FIELDS, type FormState, tellOrder } from './parts/fields.ts';

function Form() {
  const [state, setState] = useState<FormState>(EMPTY);
  tellOrder(() => state);
  const change = (key: string) => (event: Event) => {
    const { target } = event;
    if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement)
      setState(before => ({ ...before, [key]: target.value }));
  };
  return FIELDS.map(([key, label]) => {
    const options = CHOICES[key]?.map(([value, text]) => h('option', { value }, text));
    const control = options
      ? h('select', { value: state[key], onChange: change(key) }, options)
      : h('input', { value: state[key], onInput: change(key) });
    return h('label', { key }, label, ' ', control);
  });
}

const root = document.getElementById('root');
if (root) render(h(Form, {}), root);
