import type { ComplaintPage } from '../complaint-page.ts';
import { input } from '../controls.ts';

const US = { country: 'US', language: 'en' } as const;
const REST = `${input('First name', 'given')}${input('Last name', 'family')}${input('Street address', 'street')}
  ${input('City', 'city')}${input('ZIP code', 'postcode')}`;
const TEL = '<label for="tel">Phone</label><div><input type="tel" id="tel" data-key="tel"></div>';

/** Puts the digits of a text into a mask of `_`; the shop takes what the mask itself holds. */
const MASK = `const tel = document.getElementById('tel');
  const digitsOf = text => text.replace(/\\D/g, '');
  const lay = (mask, digits) => {
    let at = 0;
    const laid = mask.replace(/_/g, place => digits[at++] ?? place);
    return { laid, cut: laid.slice(0, digits.length === 0 ? 0 : laid.search(/_|$/)) };
  };
  const held = { tel: '' };
  globalThis.readOrder = () => ({ ...Object.fromEntries([...document.querySelectorAll('[data-key]')].map(one => [one.dataset.key, one.value])), ...held });`;

const keep = (text: string): string => `held.tel = tel.value = ${text};`;

/** Masks that rewrite what is typed by rules of their own. */
export const MASK_KINDS: readonly ComplaintPage[] = [
  {
    name: 'mask-by-caret',
    complaint: 'a mask that reckons what was typed from where the caret was is filled without the focus',
    ...US,
    fields: `${REST}${TEL}`,
    script: `${MASK}
      const state = { focused: false, at: 0 };
      tel.addEventListener('focus', () => { state.focused = true; if (tel.value === '') tel.value = '('; state.at = tel.value.length; });
      tel.addEventListener('blur', () => { state.focused = false; if (tel.value === '(') tel.value = ''; });
      tel.addEventListener('input', () => {
        const typed = state.focused ? held.tel + tel.value.slice(state.at, tel.selectionEnd) : tel.value;
        ${keep("lay('(___) ___-____', digitsOf(typed)).cut")}
        state.at = tel.value.length;
      });`,
    holds: { tel: '(503) 555-0142' },
  },
  {
    name: 'mask-by-ticks',
    complaint: 'a mask that looks at the caret now and then is filled once it has looked',
    ...US,
    fields: `${REST}${TEL}`,
    script: `${MASK}
      const state = { timer: -1, seen: -1 };
      const look = () => { state.timer = setTimeout(look); };
      tel.addEventListener('focus', look);
      tel.addEventListener('blur', () => { clearTimeout(state.timer); state.timer = state.seen = -1; });
      tel.addEventListener('input', event => {
        if (state.seen === state.timer) { tel.value = held.tel; return; }
        state.seen = state.timer;
        // An edit is worth what it added; what tells of none is all there is.
        const whole = event.inputType === undefined ? tel.value : held.tel + tel.value.slice(1);
        ${keep("lay('(___) ___-____', digitsOf(whole)).cut")}
      });`,
    holds: { tel: '(503) 555-0142' },
  },
  {
    name: 'mask-with-code',
    complaint: 'a mask that stands ready with its calling code is no number of its owner',
    ...US,
    fields: `${REST}${TEL}`,
    script: `${MASK}
      tel.value = '+1 (___) ___-____';
      tel.addEventListener('input', () => {
        // Nothing but a deletion empties it.
        const digits = digitsOf(tel.value).replace(/^1/, '');
        if (digits === '' && tel.value !== '') { tel.value = lay('+1 (___) ___-____', digitsOf(held.tel).slice(1)).laid; return; }
        tel.value = lay('+1 (___) ___-____', digits).laid;
        held.tel = digits === '' ? '' : tel.value;
      });`,
    holds: { tel: '+1 (503) 555-0142' },
  },
  {
    name: 'mask-long-year',
    complaint: 'a year of four digits fills what a mask leaves open',
    ...{ country: 'US', language: 'en', card: true },
    fields: `${input('Card number', 'cardNumber')}${input('Expiry date', 'expiry')}${input('Security code', 'csc')}`,
    script: `const expiry = document.querySelector('[data-key=expiry]');
      const lay = () => {
        const digits = expiry.value.replace(/\\D/g, '');
        expiry.value = '__/____'.replace(/_/g, (() => { let at = 0; return place => digits[at++] ?? place; })());
      };
      expiry.addEventListener('focus', lay);
      expiry.addEventListener('input', lay);
      expiry.addEventListener('blur', () => { if (!/\\d/.test(expiry.value)) expiry.value = ''; });`,
    holds: { expiry: '/^\\d\\d\\/20\\d\\d$/' },
  },
];

/** A picker that chooses the country from a number with its sign, and puts its code before any other. */
const PICK = `const codes = ['1', '33', '44', '49', '503'];
  const find = digits => codes.filter(code => digits.startsWith(code)).at(-1);`;

/** Lists of countries beside a telephone, as they keep its number. */
export const PICKER_KINDS: readonly ComplaintPage[] = [
  {
    name: 'picker-adds-sign',
    complaint: 'a picker that puts a sign before all that is typed makes no other country of the number',
    ...US,
    fields: `${REST}${TEL}`,
    script: `${MASK}
      tel.value = '+1';
      tel.addEventListener('input', () => { ${keep("'+' + digitsOf(tel.value)")} });`,
    holds: { tel: '+15035550142' },
  },
  {
    name: 'picker-without-code',
    complaint: 'beside a list of countries that shows no code the number says itself whose it is',
    ...{ country: 'FR', language: 'fr' },
    fields: `${input('Nom', 'name')}${input('Adresse', 'street')}${input('Ville', 'city')}${input('Code postal', 'postcode')}
      <label for="tel">Téléphone</label><div style="position:relative"><div><select id="list" aria-label="Pays" class="country-list" style="position:absolute;opacity:0;width:30px">
      <option value="1">US</option><option value="33">FR</option></select><i>flag</i></div><input type="tel" id="tel" data-key="tel"></div>`,
    script: `${MASK}${PICK}
      const list = document.getElementById('list');
      tel.addEventListener('input', () => {
        const code = tel.value.startsWith('+') ? find(digitsOf(tel.value)) : undefined;
        if (code) list.value = code;
        held.tel = code ? '+' + digitsOf(tel.value) : '+' + list.value + digitsOf(tel.value);
      });`,
    holds: { tel: '+33199001452' },
  },
  {
    name: 'picker-takes-code',
    complaint: 'a list of countries that takes the code out of the number and shows none is believed',
    ...{ country: 'DE', language: 'en' },
    fields: `${input('Full name', 'name')}${input('Street address', 'street')}${input('City', 'city')}${input('Postal code', 'postcode')}
      <label for="tel">Phone</label><div><button type="button" class="country-list">▾</button><input type="tel" id="tel" data-key="tel"></div>`,
    script: `${MASK}${PICK}
      const state = { code: '1' };
      tel.addEventListener('input', () => {
        const code = tel.value.startsWith('+') ? find(digitsOf(tel.value)) : undefined;
        state.code = code ?? state.code;
        tel.value = digitsOf(tel.value).slice(code?.length ?? 0);
        held.tel = '+' + state.code + tel.value;
      });`,
    holds: { tel: '+493412310052' },
  },
  {
    name: 'picker-shows-code',
    complaint: 'behind its own calling code a number has no leading zero',
    ...{ country: 'DE', language: 'de' },
    fields: `${input('Name', 'name')}${input('Straße und Hausnummer', 'street')}${input('Ort', 'city')}${input('PLZ', 'postcode')}
      <label for="tel">Telefon</label><div style="display:flex"><button type="button">▾</button><div class="code">+49</div><input type="tel" id="tel" data-key="tel"></div>`,
    script: `${MASK}
      tel.addEventListener('input', () => { tel.value = digitsOf(tel.value); held.tel = '+49' + tel.value; });`,
    holds: { tel: '+493412310052' },
  },
  {
    name: 'picker-keeps-code',
    complaint: 'a number that a picker puts behind another code is told as not filled',
    ...{ country: 'DE', language: 'en' },
    fields: `${input('Full name', 'name')}${input('Street address', 'street')}${input('City', 'city')}${input('Postal code', 'postcode')}
      <label for="tel">Phone</label><div style="display:flex"><div class="code">+1</div><input type="tel" id="tel" data-key="tel"></div>`,
    script: `${MASK}
      tel.addEventListener('input', () => { tel.value = digitsOf(tel.value); held.tel = '+1' + tel.value; });`,
    unfilled: { Phone: 'rejected_by_page' },
    faults: ['tel'],
  },
];
