import { describe, expect, test } from 'vitest';
import { foldLetters } from '../detect/fold-text.ts';
import { judgeTotals, weighLabel } from './judge-totals.ts';

const readNumber = (text: string): string | null =>
  judgeTotals({ language: 'en', title: '', sums: [], orderTexts: [text] }).orderNumber;

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
    ['Your order number is 10045-B.', '10045-B'],
    ['Confirmation number: QX7F2K9', 'QX7F2K9'],
    ['Order reference: HK-2026-118', 'HK-2026-118'],
    ['Ihre Bestellnummer lautet 4500123456.', '4500123456'],
    ['Su número de pedido es 77-2211.', '77-2211'],
    ['Bestelnummer: 3301299', '3301299'],
    ['Numer zamówienia: ZAM/2026/1123', 'ZAM/2026/1123'],
    ['Tilausnumero: 88123', '88123'],
    ['Номер заказа: 12-99812', '12-99812'],
    ['Номер замовлення: 551233', '551233'],
    ['رقم الطلب: ١٠٠٢٣٤', '100234'],
    ['Mã đơn hàng: DH102938', 'DH102938'],
    ['Nomor pesanan: INV-20261122-55', 'INV-20261122-55'],
    ['Rendelésszám: 2026-00991', '2026-00991'],
    ['Αριθμός παραγγελίας: 100872', '100872'],
    ['หมายเลขคำสั่งซื้อ: 66112233', '66112233'],
    ['מספר הזמנה: 990213', '990213'],
    ['Numărul comenzii: 77120', '77120'],
    ['您的订单号：88002211334455', '88002211334455'],
    ['Objednávka č. 2411000387', '2411000387'],
    ['Đơn hàng số 7712-A', '7712-A'],
    ['Order MS30418', 'MS30418'],
    ['Pay for order MOH-118204', 'MOH-118204'],
    ['Замовлення № В-3381', 'В-3381'],
    ['Encomenda n.º AR/2024/1190 · Cliente n.º 2281', 'AR/2024/1190'],
    ['N. ordine: 4417-22098', '4417-22098'],
    ['Beställningsnummer: 88-1203', '88-1203'],
    ['Orden de compra: 2209188341', '2209188341'],
    ['Zamówienie KPD/2024/11/0092', 'KPD/2024/11/0092'],
    ['Оплата замовлення ЗМ-00218-6', 'ЗМ-00218-6'],
    ['Order number: UN-2024.07.19-118.', 'UN-2024.07.19-118'],
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
    ...['Your order is 2 weeks late', 'Booking fee 12.00', 'Confirmation sent at 22:15'],
    ...['Commande du 22/11/2026', '注文日 2026-11-22', '주문일자 2026-11-22', 'Preorder 15 units'],
  ])('does not stand in "%s"', text => {
    expect(readNumber(text)).toBeNull();
  });
});

const line = (label: string, text: string) => ({ label, rows: [{ text: `${label} ${text}`, seen: true }] });
const readTotal = (...sums: ReturnType<typeof line>[]) =>
  judgeTotals({ language: 'en', title: '', sums, orderTexts: [] }).total;

test('of equally sure lines the one right behind its label counts before a larger sum after other words', () => {
  const total = readTotal(line('To pay', 'Wool jumper, $1,099.00'), line('Order total', '$899.00'));
  expect(total?.amount).toBe('899.00');
});

test('a total that another line says too is sure', () => {
  expect(readTotal(line('Total', '$186.50'))?.confidence).toBeLessThan(0.9);
  expect(readTotal(line('Total', '$186.50'), line('Pay 186.50', '$186.50'))?.confidence).toBeGreaterThan(0.9);
  expect(readTotal(line('Total', '$186.50'), line('Total', '$186.50'))?.confidence).toBeLessThan(0.9);
});

test('what the button that pays says counts before a total, unless there are several such buttons', () => {
  const total = line('Order total', '$1,800.00');
  expect(readTotal(total, line('Pay $450.00', '$450.00'))?.amount).toBe('450.00');
  expect(readTotal(total, line('Pay $450.00', ''), line('Pay $1,800.00', ''))?.amount).toBe('1800.00');
});

test.each([
  ...['Pay AED 742.35', '1.234,56 € bezahlen', 'Pagar 149,75 € hoy', 'Оплатить 1 234 ₽', 'Sparen'],
  ...['Pay $5.00 more for express', 'Pay in 4'],
])('whether "%s" says what is taken by a press', text => {
  const isPressed = !/Sparen|more|in 4/.test(text);
  expect(weighLabel(foldLetters(text)) === 0.92).toBe(isPressed);
});

test.each([
  'Deposit to pay now (25%)',
  'Hoy pagas',
  'Aujourd’hui vous payez',
  'Vandaag betaal je',
  'Сейчас к оплате',
])('%s is taken now', text => {
  expect(weighLabel(foldLetters(text))).toBe(0.95);
});

test.each([
  'Total inkl. 8.1% MWST',
  'Total (VAT incl.)',
  'Totalt inkl. moms',
  'Celkem vč. DPH',
  'Toplam (KDV dahil)',
  'Итого с НДС',
])('%s is the whole', text => {
  expect(weighLabel(foldLetters(text))).toBe(0.9);
});

test.each([
  ['Zu bezahlen', 0.91],
  ['Total Payment', 0.91],
  ['Til greiðslu', 0.91],
  ['Balance to pay later', 0.9],
  ['الإجمالي الكلي', 0.9],
  ['Beløb', 0.6],
  ['Υποσύνολο', 0],
  ['المجموع الفرعي', 0],
  ['Total produits', 0],
])('"%s" weighs %d', (label, weight) => {
  expect(weighLabel(foldLetters(label))).toBe(weight);
});

test('what is to be paid counts before the larger total it is left of', () => {
  expect(readTotal(line('Order Total', '$136.38'), line('Total Payment', '$134.00'))?.amount).toBe('134.00');
});
