import { describe, expect, test } from 'vitest';
import { judgeTotals } from './judge-totals.ts';

const readNumber = (text: string): string | null =>
  judgeTotals({ language: 'en', sums: [], orderTexts: [text] }).orderNumber;

describe('the number of an order', () => {
  test.each([
    ['Order number #100023', '100023'],
    ['Order #1234 total: $48.00', '1234'],
    ['Order 100023 is confirmed', '100023'],
    ['Order ID: 3F2504E0-4F89-11D3', '3F2504E0-4F89-11D3'],
    ['Your order A-2026-17', 'A-2026-17'],
    ['Commande n° 2026-0042', '2026-0042'],
    ['Pedido n.º 55231', '55231'],
    ['Ordine n. 55231 del 22/11/2026', '55231'],
    ['Numer zamówienia: 55231', '55231'],
    ['ご注文番号：250-1234567-1234567', '250-1234567-1234567'],
    ['订单编号：2026112212345678', '2026112212345678'],
    ['주문번호 2026112200042', '2026112200042'],
  ])('stands in "%s"', (text, number) => {
    expect(readNumber(text)).toBe(number);
  });

  test.each([
    ...['Order 2026 collection', 'Reorder 12345 now', 'Border 2000mm', 'Order date: 2026-11-22'],
    ...[
      'To order call 1-800-555-0199',
      'Order within 2h30',
      'Order total 48.00',
      'Bestellhotline 0800 1234567',
    ],
    ...['Commande du 22/11/2026', '注文日 2026-11-22', '주문일자 2026-11-22', 'Preorder 15 units'],
  ])('does not stand in "%s"', text => {
    expect(readNumber(text)).toBeNull();
  });
});
