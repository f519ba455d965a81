import type { ComplaintPage } from '../complaint-page.ts';
import { COUNTRIES, input, STATES } from '../controls.ts';

const PERSON = `${input('First name', 'given')}${input('Last name', 'family')}`;
const REST = `${input('Street address', 'street')}${input('City', 'city')}${input('ZIP code', 'postcode')}`;
const LISTS = JSON.stringify({
  country: Object.entries(COUNTRIES).slice(1),
  state: Object.entries(STATES).slice(1),
});
const box = (label: string, key: string, beside = ''): string =>
  `<p><label for="${key}">${label}</label></p><div style="position:relative;width:260px"><input id="${key}" role="combobox" aria-autocomplete="list" aria-expanded="false" aria-controls="${key}-list" autocomplete="off">${beside}
    <div id="${key}-list" role="listbox" hidden style="position:absolute;z-index:9;background:#fff;border:1px solid;top:100%;width:240px"></div></div>`;
/**
 * Text comboboxes that keep their choice in the script alone, as libraries do: `held` is what an order gets, and what
 * is marked in the list. `choose` is all that changes it.
 */
const SCRIPT = `const LISTS = ${LISTS}, held = { country: '', state: '' };
  globalThis.readOrder = () => ({ ...Object.fromEntries([...document.querySelectorAll('[data-key]')].map(one => [one.dataset.key, one.value])), ...held });
  const makeBox = key => {
    const input = document.getElementById(key), list = document.getElementById(key + '-list');
    const nameOf = code => LISTS[key].find(one => one[0] === code)?.[1] ?? '';
    const close = () => { list.hidden = true; input.ariaExpanded = 'false'; };
    const open = (word = '') => {
      const found = LISTS[key].filter(([, name]) => name.toLowerCase().startsWith(word.toLowerCase()));
      list.innerHTML = found.map(([code, name]) => '<div role="option" data-code="' + code + '" aria-selected="' + (code === held[key]) + '">' + name + '</div>').join('');
      list.hidden = found.length === 0; input.ariaExpanded = String(!list.hidden);
    };
    const choose = code => { held[key] = code; input.value = nameOf(code); close(); };
    input.addEventListener('click', () => open());
    input.addEventListener('input', () => open(input.value));
    input.addEventListener('focusout', close);
    list.addEventListener('mousedown', event => event.preventDefault());
    list.addEventListener('click', ({ target }) => choose(target.dataset.code));
    return { input, list, choose, open, close, nameOf };
  };`;

const LEADING_AWAY =
  '<a class="clear-cart" href="?gone">Empty the cart</a><button class="clear-offer" onclick="location.search = 1">Go on</button>';

/** Lists that are hard to take back, and what an order holds once a fill was undone. */
export const LIST_UNDOING: readonly (ComplaintPage & {
  undone: { left: number; holds: Record<string, string> };
})[] = [
  {
    name: 'emptied-text-keeps-choice',
    complaint:
      'a choice is taken back by the button that clears it, by none that sends or leads away, or is told as left',
    ...{ country: 'US', language: 'en' },
    fields: `${box('Country', 'country', '<button type="button" class="clear-indicator" tabindex="-1" hidden>x</button>')}${box('State', 'state', LEADING_AWAY)}${PERSON}${REST}`,
    script: `${SCRIPT}
      const country = makeBox('country'), button = document.querySelector('.clear-indicator');
      country.list.addEventListener('click', () => { button.hidden = false; });
      button.addEventListener('click', () => { country.choose(''); button.hidden = true; });
      makeBox('state');`,
    holds: { country: 'US', state: 'OR' },
    undone: { left: 1, holds: { country: '', state: 'OR' } },
  },
  {
    name: 'emptied-text-is-completed',
    complaint: 'a box that completes what is typed to its first option is emptied as a key erases it',
    ...{ country: 'US', language: 'en' },
    fields: `${box('Country', 'country')}${box('State', 'state')}${PERSON}${REST}`,
    script: `${SCRIPT}
      const country = makeBox('country'), state = makeBox('state');
      let key = '';
      country.input.addEventListener('keydown', event => { key = event.key; });
      country.input.addEventListener('input', ({ target }) => {
        const first = country.list.querySelector('[role=option]');
        if (key !== 'Backspace' && first) country.choose(first.dataset.code);
        else if (target.value === '') held.country = '';
      });
      state.input.addEventListener('keydown', event => {
        if (event.key !== 'Escape') return;
        if (state.list.hidden) state.choose(''); else state.close();
      });`,
    holds: { country: 'US', state: 'OR' },
    undone: { left: 0, holds: { country: '', state: '' } },
  },
  {
    name: 'prompt-says-choice',
    complaint:
      'a box that says its choice as the prompt once it is emptied, and whose hidden input keeps it, is left',
    ...{ country: 'US', language: 'en' },
    fields: `<div>${box('Country', 'country')}<input type="hidden" id="kept"></div>${box('State', 'state')}${PERSON}${REST}`,
    script: `${SCRIPT}
      const country = makeBox('country'), state = makeBox('state');
      const unmark = list => { for (const one of list.children) one.removeAttribute('aria-selected'); };
      for (const { list } of [country, state]) new MutationObserver(() => unmark(list)).observe(list, { childList: true });
      country.list.addEventListener('click', () => { document.getElementById('kept').value = held.country; });
      state.list.addEventListener('click', () => { state.input.placeholder = state.nameOf(held.state); });`,
    holds: { country: 'US', state: 'OR' },
    undone: { left: 2, holds: { country: 'US', state: 'OR' } },
  },
];

/** A list that takes what stands first in it as it is left, and has not what is wanted. */
export const LEFT_WITH_FIRST: ComplaintPage = {
  name: 'left-with-first',
  complaint: 'what a list takes as it is left without a choice is taken back',
  ...{ country: 'DE', language: 'en' },
  fields: `${box('Country', 'country', '<button type="button" class="clear" tabindex="-1">x</button>')}${PERSON}${REST}`,
  script: `${SCRIPT}
    const country = makeBox('country');
    LISTS.country = LISTS.country.filter(([code]) => code !== 'DE');
    country.input.addEventListener('focusout', () => { if (!held.country && country.input.value !== '') country.choose('CA'); });
    document.querySelector('.clear').addEventListener('click', () => country.choose(''));`,
  holds: { country: '' },
  unfilled: { Country: 'not_offered' },
  faults: ['country', 'state'],
};
