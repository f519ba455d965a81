import { type ChangeEvent, createElement as h, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { CHOICES, EMPTY, FIELDS, type FormState, tellOrder } from './parts/fields.ts';

function Form() {
  const [state, setState] = useState<FormState>(EMPTY);
  const [renders, setRenders] = useState(0);
  tellOrder(() => state);
  const change = (key: string) => (event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) => {
    setState(before => ({ ...before, [key]: event.target.value }));
    setRenders(count => count + 1);
  };
  return h(
    'div',
    { 'data-renders': renders },
    FIELDS.map(([key, label]) => {
      const choices = CHOICES[key];
      const control = { value: state[key] ?? '', onChange: change(key) };
      const options = choices?.map(([value, text]) => h('option', { key: value, value }, text));
      return h('label', { key }, label, ' ', options ? h('select', control, options) : h('input', control));
    }),
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(h(Form));
