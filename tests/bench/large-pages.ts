import { createSite } from '#tests/shops/site.ts';

const FIELDS = 5000;
/** Changes a second of the restless page, in turns of 100 a second. */
const CHANGES_PER_SECOND = 10_000;
const TURNS_PER_SECOND = 100;

const ADDRESS = `<form><label>Full name <input name="name"></label><label>Street <input name="street"></label>
<label>City <input name="city"></label><label>ZIP <input name="zip"></label><label>Card number <input name="card"></label>
<label>Security code <input name="cvc"></label></form><p>Order total: $48.00</p>`;

const TWELVE = [
  ...[
    'First name',
    'Last name',
    'Email',
    'Phone',
    'Street address',
    'Apartment, suite, etc.',
    'City',
    'ZIP code',
  ],
  ...['State', 'Country', 'Full name', 'Confirm email'],
];
const WHOLE_ADDRESS = `<form><h2>Shipping address</h2>${TWELVE.map(label => `<label>${label} <input></label>`).join('')}</form>`;
const FURTHER_ELEMENTS = 3000;

/**
 * Pages that are hard on whoever watches them: at `/fields` 5,000 controls, at `/restless` 10,000 changes a second, at
 * `/twelve…` a whole address alone, among 3,000 further elements and among 5,000 controls.
 */
export async function serveLargePages(): Promise<{ origin: string; close(): Promise<void> }> {
  const site = createSite('large.localhost');
  const row = (at: number) =>
    `<tr><th>Line ${at}</th><td><label>Quantity <input name="quantity${at}"></label></td><td><select name="size${at}"><option>S<option>M<option>L</select></td></tr>`;
  const rows = Array.from({ length: FIELDS / 2 }, (_nothing, at) => row(at)).join('');
  const line = '<section><h3>Part</h3><p>Text and <em>more</em></p></section>';
  const pages = {
    '/twelve': WHOLE_ADDRESS,
    '/twelve-among-elements': `${WHOLE_ADDRESS}<main>${line.repeat(FURTHER_ELEMENTS / 4)}</main>`,
    '/twelve-among-fields': `${WHOLE_ADDRESS}<form><table>${rows}</table></form>`,
    '/fields': `${ADDRESS}<form><table>${rows}</table></form>`,
    '/restless': `${ADDRESS}<main id="restless">${'<p>text</p>'.repeat(200)}</main><script>
const main = document.querySelector('#restless');
let at = 0;
function change() {
  for (let n = 0; n < ${CHANGES_PER_SECOND / TURNS_PER_SECOND}; n++, at++) {
    const line = main.children[at % 200];
    if (at % 3 === 0) line.firstChild.nodeValue = 'text ' + at;
    else if (at % 3 === 1) line.className = 'c' + (at % 7);
    else line.replaceWith(line.cloneNode(true));
  }
}
globalThis.makeRestless = seconds => new Promise(done => {
  let turns = seconds * ${TURNS_PER_SECOND};
  const timer = setInterval(() => {
    change();
    if (--turns > 0) return;
    clearInterval(timer);
    done();
  }, ${1000 / TURNS_PER_SECOND});
});
</script>`,
  };
  for (const [path, body] of Object.entries(pages)) {
    const page = `<!doctype html><html lang="en"><title>Large</title>${body}</html>`;
    site.app.get(path, (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
  }
  await site.listen();
  return { origin: site.origin(), close: site.close };
}
