const head = (title: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><style>iframe{display:block;border:1px solid;width:420px;height:240px}</style>`;

const ADDRESS = `<h2>Delivery</h2>
<label>Full name <input name="fullname"></label><label>Street address <input name="street"></label>
<label>City <input name="city"></label><label>State <input name="state"></label><label>ZIP code <input name="zip"></label>`;

const CARD = `<label>Card number <input name="cardnumber"></label><label>Expiry date <input name="exp" placeholder="MM/YY"></label>
<label>Security code <input name="cvc"></label><label>Name on card <input name="ccname"></label>`;

/** A checkout in the page itself. */
const checkout = (rest = '') =>
  `${head('Checkout')}<h1>Checkout</h1><form>${ADDRESS}<h2>Payment</h2>${CARD}</form><p>Order total: $48.00</p>${rest}`;

/** Forms that ask for what a person is, not for where a parcel goes. */
export const ACCOUNT_FORMS: Readonly<Record<string, string>> = {
  'sign-in': `<h2>Sign in</h2><label>Email <input name="email" type="email"></label><label>Password <input type="password"></label><button>Sign in</button>`,
  'sign-in by username': `<h2>Log in</h2><label>Username or email <input name="login" autocomplete="username"></label><label>Password <input type="password" autocomplete="current-password"></label><button>Log in</button>`,
  'sign-in, first step': `<h2>Sign in</h2><label>Email or phone <input name="identifier" type="email" autocomplete="username webauthn"></label><button>Next</button>`,
  'sign-up': `<h2>Create an account</h2><label>First name <input name="fname"></label><label>Last name <input name="lname"></label><label>Email <input type="email" name="mail"></label><label>Password <input type="password" autocomplete="new-password"></label><label>Repeat password <input type="password" autocomplete="new-password"></label><button>Create account</button>`,
  'sign-up with phone': `<h2>Register</h2><label>Full name <input name="name"></label><label>Mobile <input type="tel" name="tel"></label><label>Choose a password <input type="password"></label><button>Register</button>`,
  newsletter: `<h3>Newsletter</h3><label>Email <input type="email" name="subscribe"></label><button>Subscribe</button>`,
  contact: `<h2>Contact us</h2><label>Name <input name="contact-name"></label><label>Email <input type="email" name="contact-mail"></label><label>Message <textarea></textarea></label><button>Send</button>`,
  search: `<label>Search <input type="search" name="q"></label>`,
  'gift card': `<h3>Gift card</h3><label>Gift card number <input name="gift"></label><label>PIN <input name="pin"></label><button>Apply</button>`,
};

const account = `${head('Accounts')}<h1>Checkout</h1><form id="order">${ADDRESS}</form>${Object.values(
  ACCOUNT_FORMS,
)
  .map(form => `<section><form class="account">${form}</form></section>`)
  .join('')}`;

const listAccountPaths = () => Object.keys(ACCOUNT_FORMS).map((_, at) => `/account/${at}`);

/** By path; `pay` is a host of another site. */
export const HOSTILE_PAGES: Readonly<Record<string, (pay: string) => string>> = {
  '/checkout': () => checkout(),
  '/accounts': () => account,
  '/account-frames': () =>
    `${head('Account frames')}<h1>Checkout</h1><form id="order">${ADDRESS}</form>${listAccountPaths()
      .map(path => `<iframe src="${path}"></iframe>`)
      .join('')}`,
  ...Object.fromEntries(
    Object.values(ACCOUNT_FORMS).map((form, at) => [
      listAccountPaths()[at],
      () => `${head('Account')}<form class="account">${form}</form>`,
    ]),
  ),
  '/card': () => `${head('Card')}<form>${CARD}</form>`,
  '/address': () => `${head('Address')}<form>${ADDRESS}<label>Email <input name="email"></label></form>`,
  // A shop whose card form stands in a frame, with frames of others around it.
  '/frames': pay => `${head('Frames')}<h1>Checkout</h1><form>${ADDRESS}</form>
<iframe id="card" src="${pay}/card"></iframe>
<iframe id="advert" src="${pay.replace('pay.', 'advert.')}/address"></iframe>
<iframe id="opaque" sandbox="allow-scripts" src="${pay}/card"></iframe>
<p>Order total: $48.00</p>`,
};
