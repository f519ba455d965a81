import jquery from 'jquery';
import install from 'select2';
import { tellOrder } from './parts/fields.ts';
import { LISTS, TEXTS } from './parts/lists.ts';

const root = document.getElementById('root');
if (root) root.innerHTML = TEXTS + LISTS;
install(globalThis, jquery);

interface Select2 {
  select2(options: object): void;
  val(): unknown;
}
const sheet = document.createElement('link');
Object.assign(sheet, { rel: 'stylesheet', href: '/select2.css' });
document.head.append(sheet);
for (const key of ['country', 'state'])
  (jquery(`[data-key=${key}]`) as unknown as Select2).select2({ width: '300px' });

tellOrder(() => {
  const controls = [...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[data-key]')];
  const order = Object.fromEntries(controls.map(one => [one.dataset.key ?? '', one.value]));
  const shown = [...document.querySelectorAll('.select2-selection__rendered')].map(one =>
    one.textContent?.trim(),
  );
  return { ...order, trap: shown.join() === 'United States,Oregon' ? '' : shown.join() };
});
