import { type Html, html } from '../html.ts';

/** The frame of every Kestrel Audio page. */
export function renderLayout(title: string, itemsInBasket: number, main: Html): Html {
  return html`<html lang="en-US">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Kestrel Audio</title>
<link rel="stylesheet" href="/style.css">
</head>
<body>
<p class="notice">Free returns within 30 days · Ships from Duluth, Minnesota</p>
<header class="top">
<a class="brand" href="/"><svg viewBox="0 0 40 40" aria-hidden="true"><path d="M4 26C12 8 24 6 36 8 30 12 28 16 27 20c-2 8-10 12-23 6z" fill="currentColor"/></svg>Kestrel Audio</a>
<nav><a href="/">Shop</a><a href="/">Service</a><a href="/">Journal</a></nav>
<form class="search" action="/" role="search"><input type="search" name="q" placeholder="Search the shop" aria-label="Search the shop"></form>
<a class="basket-link" href="/basket">Basket <b>${itemsInBasket}</b></a>
</header>
<main>${main}</main>
<footer>
<div><h4>Kestrel Audio Co.</h4><p>214 Canal Park Dr<br>Duluth, MN 55802</p></div>
<div><h4>Help</h4><p><a href="/">Shipping</a><br><a href="/">Warranty</a></p></div>
<form action="/newsletter" method="post"><h4>Letters from the workshop</h4><label>Email <input type="email" name="newsletter_email" autocomplete="off"></label> <button>Sign up</button></form>
</footer>
</body></html>`;
}
