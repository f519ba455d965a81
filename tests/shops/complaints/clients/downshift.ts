import { useCombobox, useSelect } from 'downshift';
import { createElement as h, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { tellOrder } from './parts/fields.ts';
import { COUNTRIES, readTexts, STATES, TEXTS } from './parts/lists.ts';

type Item = (typeof COUNTRIES)[number];
const chosen: Record<string, string> = { country: '', state: '' };
tellOrder(() => ({ ...readTexts(), ...chosen }));
const choose = (key: string, item: Item | null) => {
  chosen[key] = item?.value ?? '';
};
const itemToString = (item: Item | null) => item?.label ?? '';

/** An input that filters its list. */
function CountryBox() {
  const [items, setItems] = useState(COUNTRIES);
  const box = useCombobox({
    ...{ items, itemToString },
    onInputValueChange: ({ inputValue }) =>
      setItems(COUNTRIES.filter(({ label }) => label.toLowerCase().includes(inputValue.toLowerCase()))),
    onSelectedItemChange: ({ selectedItem }) => choose('country', selectedItem),
  });
  const options = box.isOpen
    ? items.map((item, index) =>
        h('li', { key: item.value, ...box.getItemProps({ item, index }) }, item.label),
      )
    : [];
  return h(
    'div',
    null,
    h('label', box.getLabelProps(), 'Country'),
    h('input', box.getInputProps()),
    h('ul', box.getMenuProps(), options),
  );
}

/** A button that opens its list. */
function StateSelect() {
  const { isOpen, selectedItem, getItemProps, getLabelProps, getMenuProps, getToggleButtonProps } = useSelect(
    {
      ...{ items: STATES, itemToString },
      onSelectedItemChange: change => choose('state', change.selectedItem),
    },
  );
  const options = isOpen
    ? STATES.map((item, index) => h('li', { key: item.value, ...getItemProps({ item, index }) }, item.label))
    : [];
  return h(
    'div',
    null,
    h('label', getLabelProps(), 'State'),
    h(
      'div',
      { ...getToggleButtonProps(), style: { border: '1px solid', width: 200 } },
      selectedItem?.label ?? 'Select',
    ),
    h('ul', getMenuProps(), options),
  );
}

const root = document.getElementById('root');
if (root) {
  root.innerHTML = `${TEXTS}<div id="lists"></div>`;
  const lists = document.getElementById('lists');
  if (lists) createRoot(lists).render(h('div', null, h(CountryBox), h(StateSelect)));
}
