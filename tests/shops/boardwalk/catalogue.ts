import type { Product } from '../basket.ts';

const board = (deck: string, stripe: string): string =>
  `<svg viewBox="0 0 220 120" aria-hidden="true" xmlns="http://www.w3.org/2000/svg"><g transform="rotate(-14 110 60)"><rect x="14" y="40" width="192" height="40" rx="20" fill="${deck}"/><path d="M60 40h26l-20 40H40zM106 40h12L98 80H86z" fill="${stripe}"/><circle cx="52" cy="88" r="9" fill="#f1e9d2"/><circle cx="166" cy="88" r="9" fill="#f1e9d2"/><circle cx="52" cy="88" r="3" fill="#333"/><circle cx="166" cy="88" r="3" fill="#333"/></g></svg>`;

export const PRODUCTS: readonly Product[] = [
  {
    sku: 'BW-PIER',
    name: 'The Pier 40" longboard',
    blurb: 'Seven plies of maple, a slow carve, made for the seafront.',
    priceMinor: 14_900,
    picture: board('#e4572e', '#ffd166'),
  },
  {
    sku: 'BW-HOVE',
    name: 'Hove 8.25" street deck, complete',
    blurb: 'Medium concave with soft 54 mm wheels.',
    priceMinor: 8_900,
    picture: board('#17557a', '#9bd1e5'),
  },
  {
    sku: 'BW-LANES',
    name: 'Lanes cruiser',
    blurb: 'Kicktail, waxed canvas grip, fits under a café table.',
    priceMinor: 11_200,
    picture: board('#2f6f4f', '#e7e0c9'),
  },
];
