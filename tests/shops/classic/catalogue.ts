import type { Product } from '../basket.ts';

const draw = (body: string): string =>
  `<svg viewBox="0 0 200 150" role="img" aria-hidden="true" xmlns="http://www.w3.org/2000/svg">${body}</svg>`;

export const PRODUCTS: readonly Product[] = [
  {
    sku: 'K-110',
    name: 'Kestrel 110 open-back headphones',
    blurb: 'Oak cups, woven headband, 2.4 m cable. Hand-matched drivers.',
    priceMinor: 24_900,
    picture: draw(
      '<path d="M52 92a48 52 0 0 1 96 0" fill="none" stroke="#3b2f25" stroke-width="9"/><rect x="38" y="80" width="30" height="50" rx="13" fill="#8a5a33"/><rect x="132" y="80" width="30" height="50" rx="13" fill="#8a5a33"/><rect x="62" y="84" width="12" height="42" rx="6" fill="#26211d"/><rect x="126" y="84" width="12" height="42" rx="6" fill="#26211d"/>',
    ),
  },
  {
    sku: 'T-2',
    name: 'Fieldline T2 turntable',
    blurb: 'Belt drive, 33 and 45 rpm, with a cartridge already aligned.',
    priceMinor: 54_500,
    picture: draw(
      '<rect x="22" y="40" width="156" height="84" rx="6" fill="#6d4a2c"/><rect x="22" y="112" width="156" height="12" rx="4" fill="#4d331d"/><ellipse cx="86" cy="78" rx="50" ry="32" fill="#1d1c1b"/><ellipse cx="86" cy="78" rx="17" ry="11" fill="#c8502f"/><circle cx="86" cy="78" r="2.5" fill="#eee"/><path d="M156 52v40l-34 6" fill="none" stroke="#d9d4ca" stroke-width="4"/><circle cx="156" cy="52" r="8" fill="#b7b1a5"/>',
    ),
  },
  {
    sku: 'B-5',
    name: 'Perch B5 bookshelf speakers (pair)',
    blurb: 'Five-inch paper cone, silk dome, walnut veneer.',
    priceMinor: 38_000,
    picture: draw(
      '<g><rect x="36" y="20" width="54" height="112" rx="4" fill="#5b3d26"/><rect x="110" y="20" width="54" height="112" rx="4" fill="#5b3d26"/><circle cx="63" cy="48" r="12" fill="#221d19"/><circle cx="137" cy="48" r="12" fill="#221d19"/><circle cx="63" cy="95" r="21" fill="#221d19"/><circle cx="137" cy="95" r="21" fill="#221d19"/><circle cx="63" cy="95" r="8" fill="#6f675e"/><circle cx="137" cy="95" r="8" fill="#6f675e"/></g>',
    ),
  },
  {
    sku: 'A-30',
    name: 'Thermal A30 integrated amplifier',
    blurb: 'Thirty quiet watts a side, phono stage inside.',
    priceMinor: 61_900,
    picture: draw(
      '<rect x="18" y="48" width="164" height="62" rx="5" fill="#2a2c2e"/><rect x="26" y="110" width="18" height="8" fill="#111"/><rect x="156" y="110" width="18" height="8" fill="#111"/><circle cx="146" cy="79" r="20" fill="#c9c4ba"/><path d="M146 79v-17" stroke="#2a2c2e" stroke-width="3"/><circle cx="54" cy="79" r="9" fill="#c9c4ba"/><circle cx="82" cy="79" r="9" fill="#c9c4ba"/><rect x="98" y="74" width="16" height="9" fill="#d9713f"/>',
    ),
  },
  {
    sku: 'C-1',
    name: 'Braided RCA cable, 1.5 m',
    blurb: 'Copper braid in cotton, soldered by hand in Duluth.',
    priceMinor: 4_800,
    picture: draw(
      '<path d="M40 40c60-26 44 60 90 34s34 10 8 34-70 8-96-2" fill="none" stroke="#b45b33" stroke-width="7"/><rect x="22" y="32" width="26" height="13" rx="4" fill="#333"/><rect x="24" y="98" width="26" height="13" rx="4" fill="#333"/>',
    ),
  },
  {
    sku: 'R-9',
    name: 'Carbon fibre record brush',
    blurb: 'Two rows of bristles and a stand of beech.',
    priceMinor: 2_200,
    picture: draw(
      '<rect x="44" y="46" width="112" height="30" rx="9" fill="#2b2b2b"/><path d="M52 76v20M62 76v22M72 76v20M82 76v22M92 76v20M102 76v22M112 76v20M122 76v22M132 76v20M142 76v22M149 76v20" stroke="#777" stroke-width="3"/><rect x="36" y="106" width="128" height="12" rx="3" fill="#c79b68"/>',
    ),
  },
];
