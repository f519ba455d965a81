import type { ComplaintPage } from '../complaint-page.ts';
import { COUNTRIES, input, STATES } from '../controls.ts';

const US = { country: 'US', language: 'en' } as const;
const PERSON = `${input('First name', 'given')}${input('Last name', 'family')}`;
const REST = `${input('Street address', 'street')}${input('City', 'city')}${input('ZIP code', 'postcode')}`;
const CHOSEN = '<input type="hidden" data-key="country"><input type="hidden" data-key="state">';
const LISTS = JSON.stringify({
  country: Object.entries(COUNTRIES).slice(1),
  state: Object.entries(STATES).slice(1),
});
/** What the lists of these pages have in common: each box is `#country` or `#state`. */
const SCRIPT = `const LISTS = ${LISTS};
  const drawList = (key, role) => {
    const list = document.createElement('div');
    list.id = key + '-list'; list.role = role ? 'listbox' : null;
    list.style.cssText = 'position:absolute;z-index:9;background:#fff;border:1px solid;left:0;top:100%;width:240px';
    list.innerHTML = LISTS[key].map(([code, name]) =>
      '<div ' + (role ? 'role="option"' : 'data-selectable') + ' data-value="' + code + '">' + name + '</div>').join('');
    return list;
  };
  const write = (key, option) => { document.querySelector('[data-key=' + key + ']').value = option.dataset.value; };`;
const BOX = 'position:relative;border:1px solid;width:240px;height:30px';

/** Pick lists as libraries draw them, written here by what they do. */
export const LIST_KINDS: readonly ComplaintPage[] = [
  {
    name: 'list-without-role',
    complaint: 'a box that only says that it opens a list is opened and pressed, closed to typing or not',
    ...US,
    fields: `${CHOSEN}<p><label for="country">Country</label></p><div style="${BOX}"><input id="country" aria-haspopup="listbox"></div>
      <p><label for="state">State</label></p><div style="${BOX}"><input id="state" aria-haspopup="listbox" readonly></div>${PERSON}${REST}`,
    script: `${SCRIPT}
      for (const key of ['country', 'state']) {
        const box = document.getElementById(key);
        const names = LISTS[key].map(([, name]) => name);
        box.addEventListener('click', () => {
          if (box.hasAttribute('aria-controls')) return;
          const list = drawList(key, true);
          box.setAttribute('aria-controls', list.id); box.parentElement.append(list);
          list.addEventListener('click', ({ target }) => { write(key, target); box.value = target.textContent; close(); });
        });
        const close = () => { document.getElementById(key + '-list')?.remove(); box.removeAttribute('aria-controls'); };
        box.addEventListener('blur', () => { if (!names.includes(box.value)) box.value = ''; close(); });
      }`,
    holds: { country: 'US', state: 'OR' },
  },
  {
    name: 'list-reopens',
    complaint: 'a list that opens again as its press is over, and heeds no blur, is closed over the next one',
    ...US,
    fields: `${CHOSEN}${['Country', 'State']
      .map(
        label =>
          `<p><label for="${label.toLowerCase()}">${label}</label></p><div style="${BOX}"><div><span></span><input id="${label.toLowerCase()}" type="select-one" autocomplete="off"></div></div>`,
      )
      .join('')}${PERSON}${REST}`,
    script: `${SCRIPT}
      for (const key of ['country', 'state']) {
        const box = document.getElementById(key), list = drawList(key, false);
        const show = open => { list.style.display = open ? 'block' : 'none'; };
        show(false); box.parentElement.parentElement.append(list);
        box.addEventListener('focus', () => show(true));
        box.addEventListener('keydown', ({ keyCode }) => keyCode === 27 && show(false));
        list.addEventListener('click', ({ target }) => {
          write(key, target); box.previousElementSibling.textContent = target.textContent; show(false);
          setTimeout(() => { box.focus(); show(true); });
        });
      }`,
    holds: { country: 'US', state: 'OR' },
  },
  {
    name: 'list-beside-select',
    complaint: 'a clear input with a list of codes hidden beside it is seen by the box around both',
    ...US,
    fields: `<input type="hidden" data-key="state"><p id="said">State</p><div style="${BOX}"><span id="shown"></span><select hidden><option value="OR"></option></select>
      <input id="state" role="combobox" aria-labelledby="said" aria-expanded="false" inputmode="none" style="opacity:0;width:100%"></div>${PERSON}${REST}`,
    script: `${SCRIPT}
      const box = document.getElementById('state'), list = drawList('state', true);
      const show = open => { list.style.display = open ? 'block' : 'none'; box.setAttribute('aria-expanded', String(open)); };
      show(false); box.after(list);
      box.parentElement.addEventListener('mousedown', () => show(true));
      list.addEventListener('click', ({ target }) => {
        write('state', target); document.getElementById('shown').textContent = target.textContent; show(false); });`,
    holds: { state: 'OR' },
  },
];
