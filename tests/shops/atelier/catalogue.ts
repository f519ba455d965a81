import type { Product } from '../basket.ts';

const draw = (body: string): string =>
  `<svg viewBox="0 0 200 220" aria-hidden="true" xmlns="http://www.w3.org/2000/svg">${body}</svg>`;

export const PRODUCTS: readonly Product[] = [
  {
    sku: 'AL-BECHER',
    name: 'Becher „Moos“, 2er-Set',
    blurb: 'Steinzeug, von Hand glasiert, spülmaschinenfest.',
    priceMinor: 4_400,
    picture: draw(
      '<path d="M34 90h62l-6 78H40z" fill="#7d8f6c"/><ellipse cx="65" cy="90" rx="31" ry="8" fill="#5f7050"/><path d="M96 104c26-2 24 40-3 40" fill="none" stroke="#7d8f6c" stroke-width="7"/><path d="M116 112h54l-6 62h-42z" fill="#cfc7b4"/><ellipse cx="143" cy="112" rx="27" ry="7" fill="#a99f89"/>',
    ),
  },
  {
    sku: 'AL-TISCH',
    name: 'Tischdecke aus Leinen',
    blurb: '140 × 240 cm, vorgewaschen, in Sachsen gewebt.',
    priceMinor: 11_900,
    picture: draw(
      '<path d="M30 70h140v90c-12 12-20-8-34 6s-22-6-36 4-22-10-36 0-24 4-34-8z" fill="#e5ddcd"/><path d="M30 70h140v14H30zM30 98h140v5H30z" fill="#b9ab90"/><path d="M64 70v98M136 70v92" stroke="#d3c8b2" stroke-width="3"/>',
    ),
  },
  {
    sku: 'AL-SCHALE',
    name: 'Schale „Kiesel“',
    blurb: 'Ø 28 cm, matt, jede ein Einzelstück.',
    priceMinor: 6_800,
    picture: draw(
      '<path d="M24 104h152c0 42-32 66-76 66s-76-24-76-66z" fill="#a8a49b"/><ellipse cx="100" cy="104" rx="76" ry="20" fill="#87837a"/><ellipse cx="100" cy="108" rx="62" ry="13" fill="#c9c5bb"/>',
    ),
  },
];
