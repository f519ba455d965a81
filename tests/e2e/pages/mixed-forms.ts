/** Forms that say more than one thing: what stands in the body, and the labels of what may be filled there. */
export const MIXED_FORMS: readonly (readonly [says: string, body: string, labels: readonly string[]])[] = [
  [
    'a newsletter offered within an order',
    '<h1>I tuoi dati</h1><form>[Nome][Cognome][Via][CAP][Città]<h4>Iscriviti alla newsletter</h4><button>Avanti</button></form>',
    ['Nome', 'Cognome', 'Via', 'CAP', 'Città'],
  ],
  [
    'a newsletter below a checkout',
    '<h1>Checkout</h1><form>[Full name][Street address][City][ZIP code]<button>Pay</button></form><form>[Your mail address]<button>Subscribe to our newsletter</button></form>',
    ['Full name', 'Street address', 'City', 'ZIP code'],
  ],
  [
    'who travels, and whose card pays',
    '<form><h2>Passengers</h2>[First name][Last name]<h2>Billing address</h2>[Street address][City][Postcode]<h2>Card</h2>[Card number][Expiry date][CVC]<button>Pay</button></form>',
    ['Street address', 'City', 'Postcode', 'Card number', 'Expiry date', 'CVC'],
  ],
  [
    'who travels beside the form that pays',
    '<title>Payment</title><aside><h3>Passengers</h3><p>2 adults</p></aside><form>[Card number][Expiry date][CVC]<button>Book</button></form>',
    ['Card number', 'Expiry date', 'CVC'],
  ],
  [
    'a payment that shows who travels',
    '<title>Checkout</title><h2>Traveler Information</h2><form><h2>Passengers</h2><p>2 adults</p><h2>Total</h2>[Card number][Expiry date][CVC]<button>Continue</button></form>',
    ['Card number', 'Expiry date', 'CVC'],
  ],
  [
    'a password to choose beside an order',
    '<title>Your order</title><form>[First name][Last name][Street address][City][ZIP code]<input type="password"><input type="password"><button>Next</button></form>',
    ['First name', 'Last name', 'Street address', 'City', 'ZIP code'],
  ],
  [
    'a password to choose in a form called so',
    '<form name="create_account">[First name][Last name][Street address][City][ZIP code]<input type="password"><input type="password"><button>Next</button></form>',
    [],
  ],
  [
    'a gift card beside a credit card',
    '<form><h3>Gift card</h3><p>Used one?</p><h3>Credit card information</h3>[Card number][Expiry date][CVC]</form>',
    ['Card number', 'Expiry date', 'CVC'],
  ],
  [
    'a message that the form calls a gift',
    '<form id="stepShippingForm">[First name][Last name][Street address][City][ZIP code]<label>Message <textarea name="giftMsg"></textarea></label></form>',
    ['First name', 'Last name', 'Street address', 'City', 'ZIP code'],
  ],
  [
    'a file to send along',
    '<h1>Warehouse associate</h1><form>[First name][Last name][Street address][City][ZIP code]<input type="file"><button>Send</button></form>',
    [],
  ],
];

/** The page as a document; each label in brackets is a field. */
export function writeMixedForm(body: string): string {
  const fields = body.replace(
    /\[([^\]]+)\]/g,
    (_whole, label: string) => `<p><label>${label} <input></label></p>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8">${fields}</html>`;
}
