import { Maskito } from '@maskito/core';
import Inputmask from 'inputmask';
import { TEXTS } from './parts/lists.ts';

const root = document.getElementById('root');
if (root)
  root.innerHTML = `${TEXTS}<label>State <input data-key="state"></label>
    <label>Mobile phone <input type="tel" data-key="tel-1"></label><label>Phone <input type="tel" data-key="tel-2"></label>`;

const find = (key: string) => document.querySelector<HTMLInputElement>(`[data-key="${key}"]`);
const [first, second, postcode] = ['tel-1', 'tel-2', 'postcode'].map(find);
if (first) Inputmask('(999) 999-9999').mask(first);
if (postcode) Inputmask('99999[-9999]', { placeholder: '' }).mask(postcode);
if (second) {
  const digits = (count: number) => Array.from({ length: count }, () => /\d/);
  new Maskito(second, { mask: ['(', ...digits(3), ')', ' ', ...digits(3), '-', ...digits(4)] });
}
