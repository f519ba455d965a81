import { formatPrice, type OrderLine, type Product, sumLines } from '../basket.ts';
import { type Html, html, trustHtml } from '../html.ts';
import { ESCROW_STAGES, type ShopOrder } from '../order.ts';

export function formatUsd(amountMinor: number): string {
  return formatPrice(amountMinor, 'USD', 'en-US');
}

export function renderProducts(products: readonly Product[]): Html {
  const cards = products.map(
    product => html`<li class="product">
<div class="picture">${trustHtml(product.picture)}</div>
<h3>${product.name}</h3><p>${product.blurb}</p>
<form method="post" action="/basket/add"><input type="hidden" name="sku" value="${product.sku}">
<span class="price">${formatUsd(product.priceMinor)}</span><button>Add to basket</button></form></li>`,
  );
  return html`<section class="hero"><h1>Sound, plainly made.</h1>
<p>Headphones, turntables and speakers that are built to be repaired.</p></section>
<ul class="products">${cards}</ul>`;
}

export function renderBasket(lines: readonly OrderLine[]): Html {
  if (lines.length === 0)
    return html`<h1>Your basket</h1><p>It is empty. <a href="/">Have a look around</a>.</p>`;
  const rows = lines.map(
    line => html`<tr><td>${line.name}</td>
<td><form method="post" action="/basket/quantity"><input type="hidden" name="sku" value="${line.sku}">
<input class="qty" type="number" name="quantity" min="0" max="99" value="${line.quantity}" aria-label="Quantity of ${line.name}"><button class="plain">Update</button></form></td>
<td class="money">${formatUsd(line.priceMinor * line.quantity)}</td></tr>`,
  );
  return html`<h1>Your basket</h1><table class="lines"><thead><tr><th>Item</th><th>Quantity</th><th class="money">Price</th></tr></thead>
<tbody>${rows}</tbody><tfoot><tr><td colspan="2">Subtotal</td><td class="money">${formatUsd(sumLines(lines))}</td></tr></tfoot></table>
<p class="right"><a class="button" href="/checkout">Checkout</a></p>`;
}

export function renderOrder(order: ShopOrder): Html {
  const { fields } = order;
  const lines = order.lines.map(
    line =>
      html`<tr><td>${line.quantity} × ${line.name}</td><td class="money">${formatUsd(line.priceMinor * line.quantity)}</td></tr>`,
  );
  return html`<div class="confirmation">
<h1>${'escrow' in order.payment ? 'Almost there' : 'Thank you for your order'}</h1>
<p>Order number <strong class="order-number">${order.number}</strong>. We write to ${order.email} when it ships.</p>
${'escrow' in order.payment && renderEscrow(order.payment.escrow.stage, order.payment.escrow.funding)}
<div class="columns"><section><h2>Ships to</h2><address>${fields.ship_first_name} ${fields.ship_last_name}<br>
${fields.ship_address1}<br>${fields.ship_address2 ? html`${fields.ship_address2}<br>` : ''}
${fields.ship_city}, ${fields.ship_state} ${fields.ship_zip}</address></section>
<section><h2>Payment</h2><p>${'card' in order.payment ? `Card ending in ${order.payment.card.cardLastFour}` : 'Wayveil'}</p>
<p>${order.shipment ? `Shipped with ${order.shipment.carrier}, tracking ${order.shipment.trackingNumber}` : 'Not shipped yet'}</p></section></div>
<table class="lines"><tbody>${lines}<tr><td>Shipping</td><td class="money">${formatUsd(order.shippingMinor)}</td></tr></tbody>
<tfoot><tr><td>Order total</td><td class="money">${formatUsd(order.totalMinor)}</td></tr></tfoot></table></div>`;
}

const STAGE_WORDS: Readonly<Record<string, string>> = {
  order_received: 'Order received',
  identity_confirmed: 'Identity confirmed',
  shipped: 'Shipped',
  received: 'Received',
  closed: 'Closed',
};

function renderEscrow(stage: string, funding: string): Html {
  const reached = (ESCROW_STAGES as readonly string[]).indexOf(stage);
  const stops = ESCROW_STAGES.map(
    (name, index) => html`<li class="${index <= reached ? 'done' : ''}">${STAGE_WORDS[name]}</li>`,
  );
  const word = reached < 0 ? html`<p class="error">This purchase is ${stage}.</p>` : undefined;
  return html`<section class="escrow"><h2>Paid through Wayveil <small>(${funding})</small></h2><ol>${stops}</ol>${word}
<p>${reached === 0 ? 'Please confirm the purchase with Wayveil. We ship as soon as it is confirmed.' : ''}</p></section>`;
}
