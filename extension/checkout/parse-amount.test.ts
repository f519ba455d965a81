import { describe, expect, it } from 'vitest';
import { foldLetters } from '../detect/fold-text.ts';
import { weighLabel } from './judge-totals.ts';
import { findAmounts } from './parse-amount.ts';

describe('amounts as pages write them', () => {
  it.each([
    ['$1,234.56', 'en-US', '1234.56', 'USD'],
    ['1.234,56 €', 'de', '1234.56', 'EUR'],
    ['€ 12', 'nl', '12', 'EUR'],
    ['1 234,56 €', 'fr', '1234.56', 'EUR'],
    ["CHF 1'234.50", 'de-CH', '1234.50', 'CHF'],
    ['₩48,000', 'ko', '48000', 'KRW'],
    ['48.000 원', 'ko', '48000', 'KRW'],
    ['총 48,000원', 'ko', '48000', 'KRW'],
    ['¥4,800', 'ja', '4800', 'JPY'],
    ['￥ 4,800.00', 'zh-CN', '4800.00', 'CNY'],
    ['4,800円', 'ja', '4800', 'JPY'],
    ['NT$1,200', 'zh-TW', '1200', 'TWD'],
    ['$45.00', 'en-CA', '45.00', 'CAD'],
    ['USD 45.5', 'en', '45.5', 'USD'],
    ['1.299,- kr', 'da', '1299', 'DKK'],
    ['1 299 kr', 'sv-SE', '1299', 'SEK'],
    ['R$ 1.234,00', 'pt-BR', '1234.00', 'BRL'],
    ['129,99 zł', 'pl', '129.99', 'PLN'],
    ['12.345 KWD', 'en', '12.345', 'KWD'],
    ['£0.99', 'en-GB', '0.99', 'GBP'],
    ['₹1,23,456.00', 'en-IN', '123456.00', 'INR'],
    ['Rs. 12,34,567', 'en-IN', '1234567', 'INR'],
    ['1\u2009234,50 €', 'fr', '1234.50', 'EUR'],
    ['49€90', 'fr', '49.90', 'EUR'],
    ['12,300.00 원', 'ko', '12300', 'KRW'],
    ['¥88.00', 'en', '88.00', 'CNY'],
    ['CN¥88.00', 'en', '88.00', 'CNY'],
    ['１２，３００円', 'ja', '12300', 'JPY'],
    ['١٢٩٫٥٠ ر.س', 'ar', '129.50', 'SAR'],
    ['$48.00 USD', 'en-CA', '48.00', 'USD'],
    ['Fr. 49.90', 'de-CH', '49.90', 'CHF'],
    ["CHF 12'300.–", 'de-CH', '12300', 'CHF'],
    ['Rp 150.000', 'id', '150000', 'IDR'],
    ['350.000đ', 'vi', '350000', 'VND'],
    ['RM 89.90', 'ms', '89.90', 'MYR'],
    ['R 1 299,00', 'en-ZA', '1299.00', 'ZAR'],
    ['S/ 129.90', 'es-PE', '129.90', 'PEN'],
    ['12 990 ₸', 'ru-KZ', '12990', 'KZT'],
    ['KD 12.500', 'en-KW', '12.500', 'KWD'],
    ['1299:-', 'sv', '1299', 'SEK'],
    ['1 299:50 kr', 'sv', '1299.50', 'SEK'],
    ['$.99', 'en', '0.99', 'USD'],
    ['350.000 VNĐ', 'vi', '350000', 'VND'],
    ['1,299 บาท', 'th', '1299', 'THB'],
    ['₦45,500', 'en-NG', '45500', 'NGN'],
    ['١٬٢٩٩٫٠٠ ج.م', 'ar-EG', '1299.00', 'EGP'],
    ['٣٥٠٫٠٠ درهم', 'ar-AE', '350.00', 'AED'],
    ['٣٥٠٫٠٠ ريال', 'ar-SA', '350.00', 'SAR'],
    ['$\u200b48.00', 'en', '48.00', 'USD'],
    ['\u202a$48.00\u202c', 'en', '48.00', 'USD'],
  ])('%s on a page in %s', (text, language, amount, currency) => {
    expect(findAmounts(text, language)[0]).toMatchObject({ amount, currency });
  });

  it.each([
    '3 items',
    '20% off',
    'call 555 1234',
    'SKU 12345',
    '1万2300円',
    'gift 12',
    '24 hours 12',
    'country 12',
  ])('%s is no amount', text => {
    expect(findAmounts(text, 'en')).toEqual([]);
  });
});

describe('which line is the final sum', () => {
  it.each([
    ['Order total', 0.9],
    ['Total (incl. VAT):', 0.9],
    ['Total', 0.7],
    ['합계', 0.7],
    ['총 결제 금액', 0.9],
    ['お支払い合計', 0.9],
    ['Gesamtsumme', 0.9],
    ['Total à payer', 0.9],
    ['Subtotal', 0],
    ['Estimated tax', 0],
    ['배송비', 0],
    ['小計', 0],
    ['Zwischensumme', 0],
    ['Total savings', 0],
    ['Total (2 items)', 0.7],
    ['Items total', 0],
    ['合計（税込）', 0.9],
    ['Total TVA incluse', 0.9],
    ['Reste à payer', 0.9],
    ['Végösszeg', 0.9],
    ['Σύνολο', 0.7],
    ['المبلغ الإجمالي', 0.9],
    ['סה"כ', 0.7],
    ['Tổng cộng', 0.7],
    ['总金额', 0.9],
    ['Total HT', 0],
    ['Celkem bez DPH', 0],
    ['Gesamtpreis zzgl. Versand', 0],
    ['Total weight', 0],
    ['Total of your last order', 0],
    ['ยอดชำระ', 0.9],
    ['Total to pay today', 0.95],
    ['Heute zu zahlen', 0.95],
    ["À payer aujourd'hui", 0.95],
    ['本日のお支払い金額', 0.95],
    ['오늘 결제할 금액', 0.95],
    ['Pay $48.00', 0.92],
    ['Pay 4 instalments', 0],
  ])('%s weighs %s', (label, weight) => {
    expect(weighLabel(foldLetters(label))).toBe(weight);
  });
});
