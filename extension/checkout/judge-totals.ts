import { foldLetters } from '../detect/fold-text.ts';
import type { CheckoutClues, SumRow } from './checkout-clues.ts';
import { findAmounts, type Money } from './parse-amount.ts';
import { LIKELY_TOTAL, PART_OF_SUM, SURE_TOTAL } from './total-labels.ts';

export interface PageTotal extends Money {
  /** 0 to 1. */
  confidence: number;
}

export interface PageTotals {
  total: PageTotal | null;
  orderNumber: string | null;
}

type LineClues = Pick<CheckoutClues, 'language' | 'sums' | 'orderTexts'>;

const ORDER_NUMBER =
  /(?:order|bestell|auftrags|commande|pedido|ordine|bestelling|zamowieni\w*|ordre|objednavk\w*|siparis|заказ\w*|주문|注文|订单|訂單)[ -]?(?:number|no|nr|id|nummer|numero|n°|num|番号|번호|号|號|№)?\.?\s?[:：#]?\s{0,2}#?\s?([a-z0-9][a-z0-9-]{3,31})/i;

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

/** How surely a folded text names the final sum. */
export function weighLabel(folded: string): number {
  const words = folded.replace(/[^\p{L}\p{N}]+/gu, ' ');
  if (SURE_TOTAL.test(words)) return 0.9;
  if (PART_OF_SUM.test(words)) return 0;
  return LIKELY_TOTAL.test(words) ? 0.7 : 0;
}

// Of equally sure lines the larger sum is the final one: parts never exceed it.
function isBetter(found: Money, weight: number, known: PageTotal | null): boolean {
  if (!known || weight > known.confidence) return true;
  return weight === known.confidence && Number(found.amount) > Number(known.amount);
}

function readRows(rows: readonly SumRow[], language: string): Money | null {
  for (const { text, seen } of rows) {
    const bare = () => findAmounts(text, language, true).find(one => /\.\d\d$|^\d{4,}$/.test(one.amount));
    const found = findAmounts(text, language)[0] ?? bare();
    if (found) return seen ? found : null;
  }
  return null;
}

function readOrderNumber(texts: readonly string[]): string | null {
  const numbers = texts.map(text => ORDER_NUMBER.exec(text)?.[1] ?? '');
  return numbers.find(number => /\d{2}/.test(number)) ?? null;
}
