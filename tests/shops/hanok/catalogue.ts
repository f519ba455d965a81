import type { Product } from '../basket.ts';

const draw = (body: string): string =>
  `<svg viewBox="0 0 200 200" aria-hidden="true" xmlns="http://www.w3.org/2000/svg">${body}</svg>`;

export const PRODUCTS: readonly Product[] = [
  {
    sku: 'H-101',
    name: '백자 달항아리 화병',
    blurb: '손으로 빚은 은은한 백자. 높이 24cm.',
    priceMinor: 68_000,
    picture: draw(
      '<path d="M74 44h52l-5 12c34 14 48 46 38 76-8 24-26 34-30 36H71c-4-2-22-12-30-36-10-30 4-62 38-76z" fill="#f7f5f0" stroke="#d9d3c6" stroke-width="2"/><ellipse cx="100" cy="46" rx="26" ry="5" fill="#ddd6c8"/>',
    ),
  },
  {
    sku: 'H-102',
    name: '놋그릇 반상기 3종',
    blurb: '안성 유기장이 두드린 밥그릇, 국그릇, 수저.',
    priceMinor: 129_000,
    picture: draw(
      '<path d="M28 84h90c0 38-18 58-45 58S28 122 28 84z" fill="#c79a3d"/><ellipse cx="73" cy="84" rx="45" ry="9" fill="#e3bd63"/><path d="M108 112h68c0 30-14 44-34 44s-34-14-34-44z" fill="#b98a2f"/><ellipse cx="142" cy="112" rx="34" ry="7" fill="#dcb357"/><path d="M40 164h120" stroke="#b98a2f" stroke-width="5"/>',
    ),
  },
  {
    sku: 'H-103',
    name: '조각보 테이블 러너',
    blurb: '모시 조각을 이어 만든 러너. 35 × 180cm.',
    priceMinor: 48_000,
    picture: draw(
      '<g stroke="#fff" stroke-width="3"><rect x="30" y="40" width="60" height="50" fill="#8fa89b"/><rect x="90" y="40" width="80" height="35" fill="#d8a48f"/><rect x="90" y="75" width="40" height="60" fill="#e9d8a6"/><rect x="130" y="75" width="40" height="85" fill="#6f8e9d"/><rect x="30" y="90" width="60" height="70" fill="#c9b6d4"/><rect x="90" y="135" width="40" height="25" fill="#94795d"/></g>',
    ),
  },
  {
    sku: 'H-104',
    name: '소반 (호족반)',
    blurb: '느티나무를 깎아 옻칠한 작은 상.',
    priceMinor: 210_000,
    picture: draw(
      '<ellipse cx="100" cy="78" rx="78" ry="20" fill="#6b3a22"/><ellipse cx="100" cy="72" rx="78" ry="20" fill="#8c4f2f"/><path d="M42 88c-8 26 6 40-6 66M158 88c8 26-6 40 6 66M78 96c-4 24 2 40-4 60M122 96c4 24-2 40 4 60" fill="none" stroke="#6b3a22" stroke-width="8"/>',
    ),
  },
];
