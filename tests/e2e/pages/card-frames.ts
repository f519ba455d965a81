const head = (title: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>`;

const ADDRESS = `<h2>Delivery</h2>
<label>Full name <input name="fullname"></label><label>Street address <input name="street"></label>
<label>City <input name="city"></label><label>State <input name="state"></label><label>ZIP code <input name="zip"></label>
<label>Country <select name="country"><option value="CA">Canada<option value="US">United States</select></label>`;

const checkout = (
  card: string,
) => `${head('Framed')}<h1>Checkout</h1><form>${ADDRESS}<h2>Payment</h2>${card}</form>
<p>Order total: $48.00</p>`;

/** A frame of the provider that holds one bare control: only the page around it says what it is for. */
const hosted = (pay: string, kind: string, attributes: string) =>
  `<iframe src="${pay}/hosted?${kind}" id="${kind}" style="width:260px;height:40px;border:1px solid" ${attributes}></iframe>`;

const FOUR = (pay: string) => `
<p>Card number</p><div>${hosted(pay, 'number', 'title="Secure payment input frame"')}</div>
<div>${hosted(pay, 'expiry', 'title="Secure expiration date input frame"')}</div>
<div>${hosted(pay, 'csc', 'aria-label="Security code"')}</div>
<label for="name">Name</label><div>${hosted(pay, 'name', '')}</div>`;

/** Checkouts whose card fields stand in frames of another site, by path; and the documents of those frames. */
export const CARD_FRAME_PAGES: Readonly<Record<string, (payOrigin: string) => string>> = {
  '/one-frame': pay =>
    checkout(
      `<iframe src="${pay}/card" title="Card details" style="width:400px;height:260px;border:0"></iframe>`,
    ),
  '/four-frames': pay => checkout(FOUR(pay)),
  '/closed-shadow': pay =>
    `${checkout('<pay-fields></pay-fields>')}<template id="inside">${FOUR(pay)}</template><script>
document.querySelector('pay-fields').attachShadow({ mode: 'closed' }).append(document.querySelector('#inside').content);
</script>`,
  '/hidden-frame': pay =>
    checkout(`${FOUR(pay)}<div style="opacity:0">${hosted(pay, 'number', 'title="Card number" name="hidden"')}</div>
<div style="position:absolute;left:-4000px">${hosted(pay, 'csc', 'title="Security code" name="away"')}</div>`),
  '/small-frame': pay =>
    checkout(FOUR(pay).replace(/<div>(<iframe[^>]*id="csc")/, '<div style="transform:scale(.2)">$1')),
  '/card': () => `${head('Card')}<form>
<label>Card number <input name="cardnumber"></label><label>Expiry date <input name="exp" placeholder="MM/YY"></label>
<label>Security code <input name="cvc"></label><label>Name on card <input name="ccname"></label></form>`,
  '/hosted': () => `${head('Field')}<style>html,body{margin:0}input{width:240px;height:34px}</style><input>`,
};
