import type { ComplaintPage } from '../complaint-page.ts';
import { COUNTRIES, input, listOptions, STATES } from '../controls.ts';

const US = { country: 'US', language: 'en' } as const;
const PERSON = `${input('First name', 'given')}${input('Last name', 'family')}`;
const REST = `${input('Street address', 'street')}${input('City', 'city')}${input('ZIP code', 'postcode')}`;
const hold = (...keys: string[]): string =>
  keys.map(key => `<input type="hidden" data-key="${key}">`).join('');
const list = (options: Record<string, string>): string => JSON.stringify(Object.entries(options).slice(1));
/** A long list, sorted as people read it. */
const MANY = JSON.stringify(
  [...Array.from({ length: 90 }, (_, at) => `Land ${at + 10}`), 'Oregon', 'Zealand'].map(name => [
    name,
    name,
  ]),
);
const DROP =
  'position:absolute;z-index:9;background:#fff;border:1px solid;width:240px;max-height:120px;overflow:auto';
const BOX = 'border:1px solid;width:240px;height:30px;overflow:hidden';
const SCRIPT = `
  const find = id => document.getElementById(id);
  const write = (key, value) => { document.querySelector('[data-key=' + key + ']').value = value; };
  const drop = (under, html) => {
    const list = document.createElement('div');
    const { left, bottom } = under.getBoundingClientRect();
    list.style.cssText = '${DROP};left:' + (left + scrollX) + 'px;top:' + (bottom + scrollY) + 'px';
    list.innerHTML = html; document.body.append(list);
    return list;
  };`;

/** Ways in which lists open, draw what they offer and keep what is chosen, each written by what libraries do. */
export const LIST_WAYS: readonly ComplaintPage[] = [
  {
    name: 'button-opens-list',
    complaint: 'a button that only says it opens a list, and a list that is its own box, are chosen from',
    ...US,
    fields: `${hold('country', 'state')}<span id="said">Country</span><button type="button" id="open" aria-haspopup="listbox" aria-expanded="false" aria-labelledby="said open">Select</button>
      <p>State</p><div id="own" role="listbox" tabindex="0" aria-expanded="false" style="${BOX}"><div>Choose</div><div hidden>${Object.entries(
        STATES,
      )
        .slice(1)
        .map(([code, name]) => `<div role="option" data-code="${code}">${name}</div>`)
        .join('')}</div></div>${PERSON}${REST}`,
    script: `${SCRIPT}
      const open = find('open'), own = find('own'), [shown, menu] = own.children;
      open.addEventListener('click', () => {
        if (open.ariaExpanded === 'true') return;
        const list = drop(open, ${list(COUNTRIES)}.map(([code, name]) => '<div role="option" data-code="' + code + '"><i>*</i> <b>' + name + '</b><span>' + code + '</span><span>+1</span></div>').join(''));
        list.role = 'listbox'; list.id = 'offered'; open.setAttribute('aria-controls', 'offered'); open.ariaExpanded = 'true';
        list.addEventListener('click', ({ target }) => {
          const option = target.closest('[data-code]');
          write('country', option.dataset.code); open.textContent = option.querySelector('b').textContent; list.remove(); open.ariaExpanded = 'false';
        });
      });
      own.addEventListener('click', ({ target }) => {
        if (target.dataset.code) { write('state', target.dataset.code); shown.textContent = target.textContent; }
        menu.hidden = !menu.hidden; own.style.overflow = menu.hidden ? 'hidden' : 'visible'; own.ariaExpanded = String(!menu.hidden);
      });`,
    holds: { country: 'US', state: 'OR' },
  },
  {
    name: 'choice-in-hidden-input',
    complaint:
      'a box without any role that keeps its choice in a hidden input is opened and pressed, or typed into',
    ...US,
    fields: `<p><label id="c">Country</label></p><div id="country" style="position:relative;${BOX}">${hold('country')}<input tabindex="0" aria-labelledby="c" autocomplete="off" style="width:60px"><span>Select</span><div class="menu"></div></div>
      <p><label>State</label></p><div id="state" tabindex="0" style="position:relative;${BOX}">${hold('state')}<span>State</span><div class="menu"></div></div>${PERSON}${REST}`,
    script: `${SCRIPT}
      for (const [key, names] of [['country', ${list(COUNTRIES)}], ['state', ${list(STATES)}]]) {
        const box = find(key), [text, menu] = ['span', '.menu'].map(one => box.querySelector(one)), typed = box.querySelector('[tabindex]');
        menu.innerHTML = names.map(([code, name]) => '<div class="item" data-value="' + code + '">' + name + '</div>').join('');
        menu.style.cssText = 'position:absolute;top:30px;z-index:9;background:#fff;overflow-x:hidden;overflow-y:auto;max-height:40px;width:200px;display:none';
        const show = open => { menu.style.display = open ? 'block' : 'none'; box.style.overflow = open ? 'visible' : 'hidden'; };
        box.addEventListener('click', ({ target }) => {
          if (target.dataset.value) { write(key, target.dataset.value); text.textContent = target.textContent; }
          show(menu.style.display === 'none');
        });
        box.addEventListener('focusout', () => { if (typed) typed.value = ''; show(false); });
      }`,
    holds: { country: 'US', state: 'OR' },
  },
  {
    name: 'options-in-sight',
    complaint:
      'a list that draws the options in sight alone is scrolled through, one with its own search is searched',
    ...US,
    fields: `${hold('state', 'country')}<p><label for="far">State</label></p><div style="${BOX}"><input id="far" readonly role="combobox" aria-haspopup="listbox" aria-expanded="false"></div>
      <p id="said">Country</p><button type="button" role="combobox" id="searched" aria-expanded="false" aria-labelledby="said">Select</button>${PERSON}${REST}`,
    script: `${SCRIPT}
      const far = find('far'), searched = find('searched'), rows = ${MANY}, countries = ${list(COUNTRIES)};
      const option = ([code, name], style = '') => '<div role="option" data-code="' + code + '" style="height:20px;' + style + '">' + name + '</div>';
      far.addEventListener('mousedown', () => {
        const list = drop(far, '<div role="listbox" style="position:relative;height:' + rows.length * 20 + 'px"></div>');
        const draw = () => {
          const first = Math.floor(list.scrollTop / 20);
          list.firstChild.innerHTML = rows.slice(first, first + 7).map((one, at) => option(one, 'position:absolute;width:100%;top:' + (first + at) * 20 + 'px')).join('');
        };
        list.addEventListener('scroll', draw); draw(); far.ariaExpanded = 'true';
        list.addEventListener('click', ({ target }) => { write('state', target.textContent); far.value = target.textContent; list.remove(); far.ariaExpanded = 'false'; });
      });
      searched.addEventListener('pointerdown', ({ pointerType }) => {
        if (pointerType !== 'mouse') return;
        const list = drop(searched, '<input><div role="listbox" id="found"></div>'), [word, found] = list.children;
        const draw = () => { found.innerHTML = countries.filter(([, name]) => name.startsWith(word.value)).slice(0, 2).map(one => option(one)).join(''); };
        const close = () => { list.remove(); searched.ariaExpanded = 'false'; };
        draw(); word.addEventListener('input', draw); searched.setAttribute('aria-controls', 'found'); searched.ariaExpanded = 'true';
        word.addEventListener('keydown', ({ key }) => key === 'Escape' && close());
        found.addEventListener('click', ({ target }) => { write('country', target.dataset.code); searched.textContent = target.textContent; close(); });
      });`,
    holds: { country: 'US', state: 'Oregon' },
  },
  {
    name: 'list-stands-ready',
    complaint:
      'options that stand ready are pressed once they are shown, whatever a hidden list beside them holds',
    ...US,
    fields: `${hold('country')}<div><select id="mute" hidden>${listOptions(COUNTRIES)}</select><label for="mute">Country</label>
      <div><button type="button" role="combobox" id="open" aria-controls="ready" aria-expanded="false">Select</button></div></div><div role="listbox" id="ready" hidden style="${DROP}"></div>${PERSON}${REST}`,
    script: `${SCRIPT}
      const open = find('open'), ready = find('ready');
      ready.innerHTML = ${list(COUNTRIES)}.map(([code, name]) => '<div role="option" data-value="' + code + '">' + name + '</div>').join('');
      open.addEventListener('click', () => setTimeout(() => { ready.hidden = false; open.ariaExpanded = 'true'; }, 30));
      ready.addEventListener('click', ({ target }) => {
        if (ready.hidden) return;
        write('country', target.dataset.value); open.textContent = target.textContent; ready.hidden = true; open.ariaExpanded = 'false';
      });`,
    holds: { country: 'US' },
  },
  {
    name: 'suggestions-only',
    complaint:
      'an input that keeps nothing but what is chosen under it is typed into, and the word pressed that appears',
    ...US,
    fields: `${hold('state')}<label>State <input id="typed" autocomplete="off"></label>${PERSON}${REST}`,
    script: `${SCRIPT}
      const typed = find('typed'); let list = null, kept = '';
      typed.addEventListener('keydown', () => setTimeout(() => {
        list?.remove();
        const names = ${list(STATES)}.filter(([, name]) => typed.value.length > 1 && name.startsWith(typed.value));
        list = drop(typed, '<ul>' + names.map(([code, name]) => '<li><div data-code="' + code + '">' + name + '</div></li>').join('') + '</ul>');
        list.addEventListener('click', ({ target }) => { write('state', target.dataset.code); typed.value = kept = target.textContent; list.remove(); });
      }, 100));
      typed.addEventListener('blur', () => { if (typed.value !== kept) { typed.value = kept = ''; write('state', ''); } });`,
    holds: { state: 'OR' },
  },
  {
    name: 'widget-without-role',
    complaint:
      'a widget without any role that shows what the hidden list before it says is pressed as the list is',
    ...US,
    fields: `<label for="behind">State</label><select id="behind" data-key="state" data-placeholder="Choose" style="display:none"><option></option>${listOptions(STATES)}</select>
      <div id="face" style="width:240px"><a style="display:block;border:1px solid;height:24px"><span>Choose</span></a><div hidden><input autocomplete="off"><ul></ul></div></div>${hold('trap')}${PERSON}${REST}`,
    script: `${SCRIPT}
      const face = find('face'), behind = find('behind'), [shown, menu] = ['span', 'div'].map(one => face.querySelector(one));
      menu.lastChild.innerHTML = ${list(STATES)}.map(([, name]) => '<li>' + name + '</li>').join('');
      write('trap', 'nothing shown');
      face.addEventListener('mousedown', ({ target }) => { if (!menu.contains(target)) menu.hidden = !menu.hidden; });
      menu.addEventListener('mouseup', ({ target }) => {
        if (target.localName !== 'li') return;
        shown.textContent = target.textContent; menu.hidden = true; write('trap', target.textContent === 'Oregon' ? '' : target.textContent);
        behind.value = [...behind.options].find(one => one.text === target.textContent).value;
      });`,
    holds: { state: 'OR' },
  },
  {
    name: 'slotted-options',
    complaint:
      'a component that shows the options it is given from outside is chosen from, closed to typing or not',
    ...US,
    fields: `<shop-list data-key="country" title="Country">${Object.entries(COUNTRIES)
      .slice(1)
      .map(([code, name]) => `<shop-option role="option" value="${code}">${name}</shop-option>`)
      .join('')}</shop-list>${PERSON}${REST}`,
    script: `customElements.define('shop-list', class extends HTMLElement {
        connectedCallback() {
          const root = this.attachShadow({ mode: 'open' });
          root.innerHTML = '<label id="said">' + this.title + '</label><div><input readonly role="combobox" aria-haspopup="listbox" aria-expanded="false" aria-controls="listbox" aria-labelledby="said"></div><div id="listbox" role="listbox" hidden><slot></slot></div>';
          this.title = ''; this.value = '';
          const box = root.querySelector('input'), list = root.getElementById('listbox');
          const show = open => { list.hidden = !open; box.ariaExpanded = String(open); };
          box.addEventListener('mousedown', () => show(list.hidden));
          this.addEventListener('mouseup', ({ target }) => {
            const option = target.closest('shop-option');
            if (option) { this.value = option.getAttribute('value'); box.value = option.textContent; show(false); }
          });
        }
      });`,
    holds: { country: 'US' },
  },
];
