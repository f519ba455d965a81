import { createElement as h } from 'react';
import { createRoot } from 'react-dom/client';
import Select from 'react-select';
import { tellOrder } from './parts/fields.ts';
import { COUNTRIES, readTexts, STATES, TEXTS } from './parts/lists.ts';

const root = document.getElementById('root');
const chosen: Record<string, string> = { country: '', state: '' };
tellOrder(() => ({ ...readTexts(), ...chosen }));

if (root) {
  root.innerHTML = `${TEXTS}<div id="lists"></div>`;
  const list = (key: string, label: string, options: typeof COUNTRIES) => [
    h('label', { key: `${key}-label`, htmlFor: key }, label),
    h(Select<{ value: string; label: string }>, {
      ...{ key, inputId: key, options, isSearchable: true, isClearable: key === 'state' },
      onChange: option => {
        chosen[key] = option?.value ?? '';
      },
    }),
  ];
  const lists = document.getElementById('lists');
  if (lists)
    createRoot(lists).render(
      h('div', null, ...list('country', 'Country', COUNTRIES), ...list('state', 'State', STATES)),
    );
}
