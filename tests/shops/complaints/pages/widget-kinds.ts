import type { ComplaintPage } from '../complaint-page.ts';
import { COUNTRIES, input, listOptions, STATES, select } from '../controls.ts';

const US = { country: 'US', language: 'en' } as const;
const PERSON = `${input('First name', 'given')}${input('Last name', 'family')}`;
const REST = `${input('Street address', 'street')}${input('City', 'city')}${input('ZIP code', 'postcode')}`;
const NAMES = JSON.stringify(Object.values(STATES).slice(1));

/** A page whose lists come over a slow network, and empty the form when they are there. */
export const LATE_PAGE: ComplaintPage = {
  name: 'late-reload',
  complaint: 'what a slow reload empties after the fill was told is written again, and not after undo',
  ...US,
  fields: `${select('Country', 'country', { ...COUNTRIES, '': 'Select' })}${PERSON}${input('Street address', 'street')}
    ${input('City', 'city')}${select('State', 'state', STATES)}${input('ZIP code', 'postcode')}`,
  script: `const [country, state] = document.querySelectorAll('select');
    country.addEventListener('change', () => setTimeout(() => {
      state.innerHTML = ${JSON.stringify(listOptions(STATES))}; document.querySelector('[data-key=postcode]').value = '';
      document.body.dataset.reloads = Number(document.body.dataset.reloads ?? 0) + 1;
    }, 1500));`,
};

/** Widgets as libraries make them, written here by what they do. */
export const WIDGET_KINDS: readonly ComplaintPage[] = [
  {
    name: 'modal-list',
    complaint: 'a list over a sheet that covers the page and fades away holds up nothing of what follows',
    ...US,
    fields: `<input type="hidden" data-key="state"><p id="state-label">State</p><div role="combobox" tabindex="0" id="open" aria-haspopup="listbox"
      aria-expanded="false" aria-labelledby="state-label" style="border:1px solid;height:30px"></div>${PERSON}${REST}`,
    script: `const open = document.getElementById('open');
      open.addEventListener('mousedown', () => {
        const sheet = document.createElement('div');
        sheet.innerHTML = '<div style="position:fixed;inset:0;z-index:9;background:#fff"></div><ul role="listbox" style="position:fixed;z-index:10;background:#fff">'
          + ${NAMES}.map(name => '<li role="option">' + name + '</li>').join('') + '</ul>';
        document.body.append(sheet); open.setAttribute('aria-expanded', 'true');
        sheet.addEventListener('click', ({ target }) => {
          if (target.role !== 'option') return;
          open.textContent = target.textContent; document.querySelector('[data-key=state]').value = target.textContent;
          open.setAttribute('aria-expanded', 'false'); setTimeout(() => sheet.remove(), 300);
        });
      });`,
    holds: { state: 'Oregon', postcode: '97209' },
  },
  {
    name: 'drawn-options',
    complaint: 'options are pressed where they are drawn, not where screen readers find them',
    ...US,
    fields: `${PERSON}<input type="hidden" data-key="state"><p><label for="box">State</label></p><div style="position:relative;border:1px solid;width:240px;height:30px">
      <input id="box" role="combobox" readonly aria-controls="spoken" aria-expanded="false" style="opacity:0;width:100%"><span id="shown" style="position:absolute;left:4px">Select</span></div>
      <div id="drop" hidden><div id="spoken" role="listbox" style="height:0;width:0;overflow:hidden"><div role="option" aria-label="Oregon">7</div></div>
      ${Object.entries(STATES)
        .slice(1)
        .map(
          ([code, name]) =>
            `<div aria-selected="false" title="${name}"><div data-code="${code}">${name}</div></div>`,
        )
        .join('')}</div>${REST}`,
    script: `const [box, drop, shown] = ['box', 'drop', 'shown'].map(id => document.getElementById(id));
      const show = open => { drop.hidden = !open; box.setAttribute('aria-expanded', String(open)); };
      box.parentElement.addEventListener('mousedown', () => show(true));
      for (const one of drop.querySelectorAll('[data-code]')) one.addEventListener('click', () => {
        document.querySelector('[data-key=state]').value = one.dataset.code; shown.textContent = one.textContent; show(false); });`,
    holds: { state: 'OR' },
  },
  {
    name: 'deaf-face',
    complaint: 'a widget that hears of presses on itself alone shows what the list behind it holds',
    ...US,
    fields: `${PERSON}<input type="hidden" data-key="trap"><label for="behind">State</label><div role="combobox" tabindex="0" id="face" aria-expanded="false" aria-haspopup="true"><div>
      <select id="behind" data-key="state" hidden>${listOptions(STATES)}</select><div role="listbox" id="chosen" style="border:1px solid;height:24px"></div></div>
      <div role="listbox" id="offered" hidden></div></div>${REST}`,
    script: `const [face, behind, chosen, offered] = ['face', 'behind', 'chosen', 'offered'].map(id => document.getElementById(id));
      offered.innerHTML = ${NAMES}.map(name => '<div role="option">' + name + '</div>').join('');
      const show = open => { offered.hidden = !open; face.setAttribute('aria-expanded', String(open)); };
      chosen.addEventListener('click', () => show(true));
      const trap = document.querySelector('[data-key=trap]'); trap.value = 'nothing shown';
      offered.addEventListener('mousedown', ({ target }) => {
        chosen.textContent = target.textContent; trap.value = target.textContent === 'Oregon' ? '' : target.textContent;
        behind.value = [...behind.options].find(one => one.text === target.textContent).value; show(false); });`,
    holds: { state: 'OR' },
  },
  {
    name: 'code-beside-phone',
    complaint: "a telephone beside another country's calling code is written with its own",
    ...US,
    fields: `${PERSON}${REST}${input('State', 'state')}<input type="hidden" data-key="telCode" value="+44"><label for="tel">Phone</label>
      <div><button type="button" id="flag" title="United Kingdom: +44">flag</button><input type="tel" id="tel" data-key="telNational"></div>`,
    script: `const [tel, flag] = ['tel', 'flag'].map(id => document.getElementById(id));
      tel.addEventListener('input', () => {
        const code = /^\\+(1|44)/.exec(tel.value)?.[1];
        if (!code) return;
        flag.title = 'Other: +' + code; document.querySelector('[data-key=telCode]').value = '+' + code; tel.value = tel.value.slice(code.length + 1);
      });`,
    holds: { telCode: '+1', telNational: '5035550142' },
  },
  {
    name: 'code-in-phone',
    complaint: 'a calling code that the page wrote before a number is no number of its owner',
    ...US,
    fields: `${PERSON}${REST}${input('State', 'state')}<div><button type="button" id="flag" title="United Kingdom: + 44">flag</button>
      <input type="tel" data-key="tel" aria-label="Phone" value="+44"></div>`,
    script: `const tel = document.querySelector('[data-key=tel]');
      tel.addEventListener('input', () => { if (!/^\\+1/.test(tel.value)) tel.value = '+44 ' + tel.value; });`,
    holds: { tel: '+15035550142' },
  },
  {
    name: 'lone-shadows',
    complaint: 'controls that each stand in a shadow root of their own are one form',
    ...US,
    fields: '<div id="parts"></div>',
    script: `customElements.define('shop-field', class extends HTMLElement {
        connectedCallback() {
          this.attachShadow({ mode: this.dataset.mode }).innerHTML = '<label>' + this.title + ' <input></label>';
          const { shadowRoot } = this; this.title = ''; this.value = '';
          (shadowRoot ?? closed.get(this)).addEventListener('input', ({ target }) => { this.value = target.value; });
        }
        attachShadow(init) { const root = super.attachShadow(init); closed.set(this, root); return root; }
      });
      document.getElementById('parts').innerHTML = ${JSON.stringify(
        [
          'given|First name',
          'family|Last name',
          'street|Street address',
          'city|City',
          'state|State',
          'postcode|ZIP code',
        ]
          .map(part => part.split('|'))
          .map(
            ([key, label]) =>
              `<shop-field data-key="${key}" title="${label}" data-mode="${key === 'city' ? 'closed' : 'open'}"></shop-field>`,
          )
          .join(''),
      )};`.replace('customElements', 'const closed = new WeakMap(); customElements'),
    holds: { street: '/^1420 NW Lovejoy St, PMB \\d{5}$/', city: 'Portland' },
  },
  {
    name: 'late-lookup',
    complaint:
      'what the search of a page writes over empty fields while they are filled is no word of the owner',
    ...US,
    fields: `${PERSON}${input('ZIP code', 'postcode')}${input('State', 'state')}${input('City', 'city')}${input('Street address', 'street')}`,
    script: `document.querySelector('[data-key=postcode]').addEventListener('change', () => {
      document.querySelector('[data-key=city]').value = 'PORTLAND OREGON'; document.querySelector('[data-key=street]').value = 'NW'; });`,
    holds: { city: 'Portland', street: '/^1420 NW Lovejoy St, PMB/' },
  },
];
