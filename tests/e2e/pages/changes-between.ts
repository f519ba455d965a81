const REDRAWN = `box.innerHTML = box.innerHTML`;
const head = (text: string) =>
  `document.title = 'Kestrel'; document.querySelector('h2').textContent = '${text}'`;
const add = (html: string) => `main.insertAdjacentHTML('beforeend', '${html}')`;
const PASSWORDS = `<p><label>Password <input type="password"></label></p><p><label>Repeat password <input type="password"></label></p>`;
const into = (form: string) =>
  `main.after(Object.assign(document.createElement('div'), { innerHTML: '${form}' })); document.getElementById('other').append(box)`;

/**
 * What a page may do between preview and fill that makes other fields of those that were shown, as scripts like those of
 * `HIDING_WAYS`.
 */
export const CHANGING_WAYS: Readonly<Record<string, string>> = {
  'its form goes to another site': `main.action = 'https://elsewhere.example/take'`,
  'its form goes to another site by the base of the page': `main.setAttribute('action', 'take'); document.head.insertAdjacentHTML('beforeend', '<base href="https://elsewhere.example/">')`,
  'its form goes to another site, with a control called action': `main.append(named('action')); main.setAttribute('action', 'https://elsewhere.example/take')`,
  'a button sends its form to another site': add(
    '<button formaction="https://elsewhere.example/take">Order</button>',
  ),
  'it is moved into a form that goes to another site': into(
    '<form id="other" action="https://elsewhere.example/take"></form>',
  ),
  'it is made part of a form that goes to another site': `main.after(Object.assign(document.createElement('form'), { id: 'other', action: 'https://elsewhere.example/' })); for (const f of fields) f.setAttribute('form', 'other')`,
  'its form goes to another port of the same host': `main.action = 'http://' + location.hostname + ':1/'`,
  'its form goes to the same host by another scheme': `main.action = 'https://' + location.host + '/'`,
  'it is moved into a sign-up': into(
    `<h2>Create an account</h2><form id="other">${PASSWORDS}<button>Create account</button></form>`,
  ),
  'its form becomes a sign-up': `${head('Create your account')}; ${add(`${PASSWORDS}<button>Sign up</button>`)}`,
  'its form becomes a letter': `${head('Contact us')}; ${add('<p><label>Your message <textarea></textarea></label></p><button>Send message</button>')}`,
  'another view at another path': `history.pushState('', '', '/hide/profile'); ${REDRAWN}`,
  'another view at another fragment': `location.hash = '#/profile'; ${REDRAWN}`,
  'another view in the place of this one': `history.replaceState('', '', '/hide/profile'); ${REDRAWN}`,
  'it asks for a password by its type': `for (const f of fields) f.type = 'password'`,
  'it is a search by its type': `for (const f of fields) f.type = 'search'`,
  'it is hidden by its type': `for (const f of fields) f.type = 'hidden'`,
  'a clone in its place asks for a password': `for (const f of fields) { const c = f.cloneNode(); c.type = 'password'; f.replaceWith(c); }`,
};

/** What pages do between preview and fill that leaves the fields what they are. */
export const GENTLE_CHANGES: Readonly<Record<string, string>> = {
  'drawn anew': REDRAWN,
  'drawn anew at another step of the address': `history.replaceState('', '', '?step=2'); ${REDRAWN}`,
  'the address changes under the same fields': `history.pushState('', '', '/hide/checkout/2')`,
  'a clone in its place': `for (const f of fields) f.replaceWith(f.cloneNode())`,
  'a fragment of the page': `location.hash = '#delivery'; ${REDRAWN}`,
  'its form goes elsewhere on the same site': `main.action = '/orders'`,
  'it is moved into another form of the site': into(
    '<form id="other" action="/orders"><h2>Delivery</h2></form>',
  ),
  'a button joins its form': add('<button formaction="/orders">Place order</button>'),
};
