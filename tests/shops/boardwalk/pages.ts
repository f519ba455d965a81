import { formatPrice, type OrderLine, type Product, sumLines } from '../basket.ts';
import { type Html, html, trustHtml } from '../html.ts';
import type { ShopOrder } from '../order.ts';

export function formatPounds(amountMinor: number): string {
  return formatPrice(amountMinor, 'GBP', 'en-GB');
}

export function renderLayout(title: string, itemsInBasket: number, main: Html): Html {
  return html`<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} | Boardwalk Brighton</title><link rel="stylesheet" href="/style.css"></head><body>
<header><a class="logo" href="/">BOARD<i>walk</i></a><nav><a href="/">Boards</a><a href="/">Parts</a><a href="/">Repairs</a></nav><a class="bag" href="/basket">Bag (${itemsInBasket})</a></header>
<main>${main}</main><footer>Boardwalk · 12 Kings Road Arches, Brighton BN1 2LN · VAT included</footer></body></html>`;
}

export function renderProducts(products: readonly Product[]): Html {
  const cards = products.map(
    product => html`<article><div class="picture">${trustHtml(product.picture)}</div><h3>${product.name}</h3><p>${product.blurb}</p>
<form method="post" action="/basket/add"><input type="hidden" name="sku" value="${product.sku}"><b>${formatPounds(product.priceMinor)}</b><button>Add to bag</button></form></article>`,
  );
  return html`<h1>Roll along the sea.</h1><div class="grid">${cards}</div>`;
}

export function renderBasket(lines: readonly OrderLine[]): Html {
  if (lines.length === 0) return html`<h1>Your bag</h1><p>Nothing in it yet.</p>`;
  return html`<h1>Your bag</h1><div class="card">${renderLines(lines)}<p class="total">Subtotal <b>${formatPounds(sumLines(lines))}</b></p>
<a class="button" href="/checkout">Go to checkout</a></div>`;
}

export function renderLines(lines: readonly OrderLine[]): Html {
  return html`<ul class="lines">${lines.map(
    line =>
      html`<li><span>${line.quantity} × ${line.name}</span><span>${formatPounds(line.priceMinor * line.quantity)}</span></li>`,
  )}</ul>`;
}

export function renderOrder(order: ShopOrder): Html {
  const { fields } = order;
  const paid = 'card' in order.payment ? `Card ending ${order.payment.card.cardLastFour}` : '';
  return html`<div class="card"><h1>Cheers, that’s ordered.</h1><p>Order number <b class="order-number">${order.number}</b></p>
${renderLines(order.lines)}<p class="total">Total paid <b>${formatPounds(order.totalMinor)}</b></p>
<p>${paid}. Delivering to ${fields.name}, ${fields.address1}, ${fields.town}, ${fields.postcode}.</p>
<p>${order.shipment ? `Sent with ${order.shipment.carrier}, ${order.shipment.trackingNumber}.` : 'We’ll email you when it leaves the arches.'}</p></div>`;
}
