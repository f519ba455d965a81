import type { OrderLine } from '../basket.ts';
import { type Html, html } from '../html.ts';
import { formatPounds, renderLines } from './pages.ts';

export interface CheckoutView {
  readonly lines: readonly OrderLine[];
  readonly shippingMinor: number;
  readonly totalMinor: number;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  /** Origin of the provider's script. */
  readonly payFramesOrigin: string;
}

export function renderCheckout(view: CheckoutView): Html {
  const field = (name: string, label: string, type: string, autocomplete: string): Html =>
    renderField(view, { name, label, type, autocomplete });
  return html`<div class="checkout"><form id="checkout" method="post" action="/checkout" novalidate>
${view.errors.form !== undefined && html`<p class="alert" role="alert">${view.errors.form}</p>`}
<section><h2>1. Your details</h2>${field('email', 'Email', 'email', 'email')}${field('name', 'Full name', 'text', 'name')}
${field('phone', 'Mobile number', 'tel', 'tel')}</section>
<section><h2>2. Delivery</h2>${field('address1', 'Address line 1', 'text', 'address-line1')}${field('address2', 'Address line 2', 'text', 'address-line2')}
${field('town', 'Town or city', 'text', 'address-level2')}<div class="two">${field('county', 'County (optional)', 'text', '')}${field('postcode', 'Postcode', 'text', 'postal-code')}</div>
<label class="field">Country<select name="country" autocomplete="country"><option value="GB">United Kingdom</option></select></label></section>
<section><h2>3. Pay by card</h2><p class="small">Card details are handled by PayFrames and never touch our servers.</p>
<div class="field"><span>Name on card</span><div class="hosted" id="card-name"></div></div>
<div class="field"><span>Card number</span><div class="hosted" id="card-number"></div></div>
<div class="two"><div class="field"><span>Expiry date</span><div class="hosted" id="card-expiry"></div></div>
<div class="field"><span>Security code</span><div class="hosted" id="card-csc"></div></div></div>
<p class="error" id="card-error" role="alert"></p><input type="hidden" name="payment_token"></section>
<button type="submit">Pay ${formatPounds(view.totalMinor)}</button></form>
<aside class="card"><h2>Your bag</h2>${renderLines(view.lines)}<ul class="lines"><li><span>Delivery</span><span>${formatPounds(view.shippingMinor)}</span></li></ul>
<p class="total">Total to pay <b>${formatPounds(view.totalMinor)}</b></p></aside></div>
<script src="${view.payFramesOrigin}/v1/pay-frames.js"></script><script src="/checkout.js"></script>`;
}

interface FieldTraits {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly autocomplete: string;
}

function renderField(
  { values, errors }: CheckoutView,
  { name, label, type, autocomplete }: FieldTraits,
): Html {
  const error = errors[name];
  return html`<label class="field ${error !== undefined && 'wrong'}">${label}<input type="${type}" name="${name}" ${autocomplete !== '' && html`autocomplete="${autocomplete}"`} value="${values[name] ?? ''}">${error !== undefined && html`<span class="error">${error}</span>`}</label>`;
}
