import type { OrderLine } from '../basket.ts';
import { type Html, html } from '../html.ts';
import { formatUsd } from './pages.ts';
import { findRegion, REGIONS } from './regions.ts';

export interface CheckoutView {
  readonly lines: readonly OrderLine[];
  readonly shippingMinor: number;
  readonly totalMinor: number;
  /** As typed before, so that nothing is lost when the page comes back with errors. */
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  readonly offersWayveil: boolean;
}

export function renderCheckout(view: CheckoutView): Html {
  return html`<h1>Checkout</h1>
${Object.keys(view.errors).length > 0 && html`<p class="error summary" role="alert">${view.errors.form ?? 'Please check the marked fields.'}</p>`}
<form class="checkout" method="post" action="/checkout" novalidate>
<fieldset class="contact"><legend>Contact</legend>
${textField(view, 'email', 'Email address', { type: 'email', autocomplete: 'email' })}
${textField(view, 'phone', 'Phone', { type: 'tel', autocomplete: 'tel', hint: 'For the courier only' })}</fieldset>
<div class="columns">
<fieldset id="shipping"><legend>Shipping address</legend>${addressFields(view, 'ship', 'shipping')}</fieldset>
<fieldset id="billing"><legend>Billing address</legend>
<label class="tick"><input type="checkbox" name="billing_same" value="1" ${view.values.billing_same ? 'checked' : ''}> Billing same as shipping</label>
<div class="billing-fields">${addressFields(view, 'bill', 'billing')}</div></fieldset>
</div>
<fieldset><legend>Shipping method</legend>
${radio(view, 'shipping_method', 'standard', 'Standard, 3–5 business days', formatUsd(800))}
${radio(view, 'shipping_method', 'express', 'Express, next business day', formatUsd(2400))}</fieldset>
<fieldset class="payment"><legend>Payment</legend>${paymentFields(view)}</fieldset>
${renderSummary(view)}
<label class="tick"><input type="checkbox" name="terms" value="1" ${view.values.terms ? 'checked' : ''}> I agree to the <a href="/">terms of sale</a></label>${errorOf(view, 'terms')}
<p class="right"><button class="button" type="submit">Place order</button></p>
</form><script src="/checkout.js"></script>`;
}

function renderSummary({ lines, shippingMinor, totalMinor }: CheckoutView): Html {
  const rows = lines.map(
    line =>
      html`<tr><td>${line.quantity} × ${line.name}</td><td class="money">${formatUsd(line.priceMinor * line.quantity)}</td></tr>`,
  );
  return html`<section class="summary-box"><h2>Order summary</h2><table class="lines"><tbody>${rows}
<tr><td>Shipping</td><td class="money" id="shipping-cost">${formatUsd(shippingMinor)}</td></tr></tbody>
<tfoot><tr><td>Order total</td><td class="money" id="order-total" data-minor="${totalMinor - shippingMinor}">${formatUsd(totalMinor)}</td></tr></tfoot></table></section>`;
}

function paymentFields(view: CheckoutView): Html {
  const year = new Date().getUTCFullYear();
  const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));
  const years = Array.from({ length: 12 }, (_, index) => String(year + index));
  return html`
${radio(view, 'payment_method', 'card', 'Credit or debit card', '')}
<div class="method" data-method="card">
${textField(view, 'cc_name', 'Name on card', { autocomplete: 'cc-name' })}
${textField(view, 'cc_number', 'Card number', { autocomplete: 'cc-number', inputmode: 'numeric', maxlength: '23' })}
<div class="row">
<div class="field"><label for="cc_month">Expires</label><span class="pair">
<select id="cc_month" name="cc_month" autocomplete="cc-exp-month" aria-label="Expiration month"><option value="">MM</option>${months.map(month => option(view, 'cc_month', month, month))}</select>
<select id="cc_year" name="cc_year" autocomplete="cc-exp-year" aria-label="Expiration year"><option value="">YYYY</option>${years.map(value => option(view, 'cc_year', value, value))}</select></span>${errorOf(view, 'cc_month')}</div>
${textField(view, 'cc_csc', 'Security code', { autocomplete: 'cc-csc', inputmode: 'numeric', maxlength: '4' })}
</div></div>
${
  view.offersWayveil &&
  html`${radio(view, 'payment_method', 'wayveil', 'Wayveil', 'confirm on your own device')}
<div class="method" data-method="wayveil">${textField(view, 'wayveil_email', 'Your Wayveil e-mail address', { type: 'email', autocomplete: 'off', hint: 'You confirm the purchase with Wayveil; we never see a card.' })}</div>`
}`;
}

function addressFields(view: CheckoutView, prefix: 'ship' | 'bill', section: string): Html {
  const country = view.values[`${prefix}_country`] ?? 'US';
  const states = findRegion(country)?.states ?? [];
  const name = (field: string): string => `${prefix}_${field}`;
  const token = (field: string): string => `${section} ${field}`;
  return html`<div class="row">
${textField(view, name('first_name'), 'First name', { autocomplete: token('given-name') })}
${textField(view, name('last_name'), 'Last name', { autocomplete: token('family-name') })}</div>
${textField(view, name('company'), 'Company (optional)', { autocomplete: token('organization') })}
<div class="field"><label for="${name('country')}">Country</label><select id="${name('country')}" name="${name('country')}" autocomplete="${token('country')}" data-states="${name('state')}">
${REGIONS.map(region => html`<option value="${region.code}" ${region.code === country ? 'selected' : ''}>${region.name}</option>`)}</select>${errorOf(view, name('country'))}</div>
${textField(view, name('address1'), 'Street address', { autocomplete: token('address-line1') })}
${textField(view, name('address2'), 'Apt, suite, unit (optional)', { autocomplete: token('address-line2') })}
<div class="row">${textField(view, name('city'), 'City', { autocomplete: token('address-level2') })}
<div class="field"><label for="${name('state')}">State / Province</label><select id="${name('state')}" name="${name('state')}" autocomplete="${token('address-level1')}">
<option value="">Select…</option>${states.map(([code, label]) => option(view, name('state'), code, label))}</select>${errorOf(view, name('state'))}</div>
${textField(view, name('zip'), 'ZIP / Postal code', { autocomplete: token('postal-code') })}</div>`;
}

interface TextFieldTraits {
  readonly type?: string;
  readonly autocomplete: string;
  readonly inputmode?: string;
  readonly maxlength?: string;
  readonly hint?: string;
}

function textField(view: CheckoutView, name: string, label: string, traits: TextFieldTraits): Html {
  const { type = 'text', autocomplete, inputmode, maxlength, hint } = traits;
  const wrong = view.errors[name] !== undefined;
  return html`<div class="field ${wrong ? 'wrong' : ''}"><label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="${type}" autocomplete="${autocomplete}" value="${view.values[name] ?? ''}"
${inputmode !== undefined && html`inputmode="${inputmode}"`} ${maxlength !== undefined && html`maxlength="${maxlength}"`} ${wrong && html`aria-invalid="true" aria-describedby="${name}-error"`}>
${hint !== undefined && html`<small>${hint}</small>`}${errorOf(view, name)}</div>`;
}

function errorOf(view: CheckoutView, name: string): Html | undefined {
  const text = view.errors[name];
  return text === undefined ? undefined : html`<span class="error" id="${name}-error">${text}</span>`;
}

function option(view: CheckoutView, name: string, value: string, label: string): Html {
  return html`<option value="${value}" ${view.values[name] === value ? 'selected' : ''}>${label}</option>`;
}

function radio(view: CheckoutView, name: string, value: string, label: string, extra: string): Html {
  return html`<label class="radio"><input type="radio" name="${name}" value="${value}" ${view.values[name] === value ? 'checked' : ''}> ${label} <span>${extra}</span></label>`;
}
