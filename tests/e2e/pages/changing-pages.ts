const head = (title: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><h1>Checkout</h1>`;

const TOTAL = '<p>Order total: $48.00</p>';

/** The fields as a script of the page draws them: `id` of the state that each one shows. */
const FIELDS = `const fields = [
  ['name', 'Full name'], ['street', 'Street address'], ['city', 'City'], ['state', 'State'], ['zip', 'ZIP code'],
];
const state = {};`;

/** Checkouts that do not stand still, by path. None of them has a `<form>`. */
export const CHANGING_PAGES: Readonly<Record<string, () => string>> = {
  // Each change draws all anew, in another order, out of a state of its own.
  '/rerendered': () => `${head('Drawn anew')}<main></main>${TOTAL}<script>${FIELDS}
const main = document.querySelector('main');
globalThis.draw = () => {
  fields.push(fields.shift());
  main.innerHTML = fields.map(([id, label]) => '<div><label>' + label + ' <input data-of="' + id + '"></label></div>').join('');
  for (const input of main.querySelectorAll('input')) {
    input.value = state[input.dataset.of] ?? '';
    input.addEventListener('input', () => { state[input.dataset.of] = input.value; });
    input.addEventListener('change', () => setTimeout(draw));
  }
};
globalThis.readState = () => state;
draw();
</script>`,
  '/two-steps': () => `${head('Two steps')}<main id="step"></main>${TOTAL}<script>${FIELDS}
const step = document.querySelector('#step');
const card = [['number', 'Card number'], ['exp', 'Expiry date (MM/YY)'], ['cvc', 'Security code'], ['holder', 'Name on card']];
const show = list => {
  step.innerHTML = list.map(([id, label]) => '<p><label>' + label + ' <input name="' + id + '"></label></p>').join('');
};
show(fields);
step.insertAdjacentHTML('afterend', '<button id="next">Next</button>');
document.querySelector('#next').onclick = ({ target }) => { target.remove(); show(card); };
</script>`,
  // A box that is no custom element gets a closed shadow root, and only later the fields in it.
  '/late': () => `${head('Late')}<div id="box"></div>${TOTAL}<script>${FIELDS}
const root = document.querySelector('#box').attachShadow({ mode: 'closed' });
setTimeout(() => {
  root.innerHTML = fields.map(([id, label]) => '<p><label>' + label + ' <input name="' + id + '"></label></p>').join('');
  document.body.dataset.late = 'here';
}, 400);
globalThis.readState = () => Object.fromEntries([...root.querySelectorAll('input')].map(one => [one.name, one.value]));
</script>`,
  // What its controls do as soon as they are focused: be drawn anew, clear their prompt, take another name, hide.
  '/turning': () => `${head('Turning')}<main>
<p><label>Full name <input data-of="name"></label></p><p><label>Street address <input data-of="street"></label></p>
<p><label>City <input data-of="city"></label></p><p><label>State <input data-of="state"></label></p>
<p><input data-of="zip" placeholder="ZIP code"></p>
<p><label>Phone <input data-of="phone"></label></p><p><label>Email <input data-of="email"></label></p></main>${TOTAL}<script>
const control = id => document.querySelector('[data-of=' + id + ']');
const atFocus = (id, act) => control(id).addEventListener('focus', ({ target }) => act(target));
atFocus('street', old => { const drawn = old.cloneNode(); old.replaceWith(drawn); drawn.focus(); });
atFocus('phone', ({ previousSibling }) => { previousSibling.data = 'Gift message '; });
atFocus('email', ({ style }) => { style.opacity = '0'; });
atFocus('zip', target => { target.placeholder = ''; });
globalThis.readState = () => Object.fromEntries([...document.querySelectorAll('input')].map(one => [one.dataset.of, one.value]));
</script>`,
};
