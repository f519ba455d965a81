import { foldLetters } from '../detect/fold-text.ts';
import type { CheckoutClues, SumRow } from './checkout-clues.ts';
import { findAmounts, type Money } from './parse-amount.ts';
import {
  COUNTED,
  LIKELY_TOTAL,
  NO_TOTAL,
  PART_OF_SUM,
  PAY_BUTTON,
  SURE_TOTAL,
  WITH_TAX,
} from './total-labels.ts';

export interface PageTotal extends Money {
  /** 0 to 1. */
  confidence: number;
}

export interface PageTotals {
  total: PageTotal | null;
  orderNumber: string | null;
}

type LineClues = Pick<CheckoutClues, 'language' | 'sums' | 'orderTexts'>;

const ORDER_WORD =
  '(?:order|bestell|auftrags|commande|pedido|ordine|bestelling|zam[oó]wieni\\w*|ordre|objedn[aá]vk\\w*|sipari[sş]|заказ\\w*|주문|注文|订单|訂單)';
const NUMBER_WORD =
  '(?:number|nummer|numero|número|num|nr|no|id|n\\.?\\s?[°º]|n(?=\\.)|번호|番号|编号|編號|单号|單號|号|號|№)';
/** Named as a number, or so long that it is nothing else: a year behind the word is none. */
const ORDER_NUMBER = new RegExp(
  `(?<!\\p{L})ご?${ORDER_WORD}[ -]?(?:(?:${NUMBER_WORD}\\.?\\s?[:：#]?|[:：#])\\s{0,2}#?\\s?([a-z0-9][a-z0-9-]{3,31})|([a-z0-9-]*\\d{2}[a-z0-9]*-[a-z0-9-]+|\\d{5,32}))`,
  'iu',
);

/** The sum that a person sees, and the order's number: labels first, then the amount in their row. */
export function judgeTotals({ language, sums, orderTexts }: LineClues): PageTotals {
  const totals: PageTotals = { total: null, orderNumber: readOrderNumber(orderTexts) };
  for (const { label, rows } of sums) {
    const weight = weighLabel(foldLetters(label));
    const found = weight === 0 ? null : readRows(rows, language);
    if (found && isBetter(found, weight, totals.total)) totals.total = { ...found, confidence: weight };
  }
  return totals;
}

const SURE = 0.9;
const LIKELY = 0.7;

/** How surely a folded text names the final sum. */
export function weighLabel(folded: string): number {
  // How many are bought is no part of the sum's name.
  const words = folded.replace(/[^\p{L}\p{M}\p{N}"″״]+/gu, ' ').replace(COUNTED, ' ');
  const plain = words.replace(WITH_TAX, ' ');
  if (NO_TOTAL.test(words)) return 0;
  if (SURE_TOTAL.test(words)) return SURE;
  if (PART_OF_SUM.test(plain) || !(LIKELY_TOTAL.test(plain) || PAY_BUTTON.test(plain))) return 0;
  // Only the whole has its taxes in it.
  return plain === words ? LIKELY : SURE;
}

// Of equally sure lines the larger sum is the final one: parts never exceed it.
function isBetter(found: Money, weight: number, known: PageTotal | null): boolean {
  if (!known || weight > known.confidence) return true;
  return weight === known.confidence && Number(found.amount) > Number(known.amount);
}

function readRows(rows: readonly SumRow[], language: string): Money | null {
  for (const { text, seen } of rows) {
    const found = readRow(text, language);
    if (found) return seen ? found : null;
  }
  return null;
}

/** One of so many payments, before its sum. */
const INSTALMENT = /\d\s?[x×]\s?(?:de |von |di |of |à )?$/i;

// What stands in brackets is a part of the sum, or the sum in another currency; behind a sign of equality is the whole.
function readRow(text: string, language: string): Money | null {
  const open = text.replace(/\([^()]*\)/g, ' ');
  for (const said of [open.slice(open.indexOf('=') + 1), open, text]) {
    const whole = (one: Money): boolean => !INSTALMENT.test(said.slice(0, one.at));
    const bare = () =>
      findAmounts(said, language, true).find(one => whole(one) && /\.\d\d$|^\d{4,}$/.test(one.amount));
    const found = findAmounts(said, language).find(whole) ?? bare();
    if (found) return found;
  }
  return null;
}

function readOrderNumber(texts: readonly string[]): string | null {
  const numbers = texts.map(text => ORDER_NUMBER.exec(text)?.slice(1).find(Boolean) ?? '');
  return numbers.find(number => /\d{2}/.test(number)) ?? null;
}
