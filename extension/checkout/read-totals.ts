import { foldLetters } from '../detect/fold-text.ts';
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

const LONGEST_LABEL = 80;
const LONGEST_ROW = 240;
const MOST_CLIMBS = 4;
const SKIPPED = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'OPTION', 'TEXTAREA']);
const ORDER_NUMBER =
  /(?:order|bestell|auftrags|commande|pedido|ordine|bestelling|zamowieni\w*|ordre|objednavk\w*|siparis|заказ\w*|주문|注文|订单|訂單)[ -]?(?:number|no|nr|id|nummer|numero|n°|num|番号|번호|号|號|№)?\.?\s?[:：#]?\s{0,2}#?\s?([a-z0-9][a-z0-9-]{3,31})/i;

/** Reads the sum that a person sees: one walk over the texts, labels first, then the amount in their row. */
export function readTotals(document: Document): PageTotals {
  const totals: PageTotals = { total: null, orderNumber: null };
  if (!document.body) return totals;
  const language = document.documentElement.lang;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue?.trim() ?? '';
    if (text.length < 2 || text.length > LONGEST_LABEL || SKIPPED.has(node.parentElement?.tagName ?? ''))
      continue;
    const folded = foldLetters(text);
    totals.orderNumber ??= readOrderNumber(folded, node);
    const weight = weighLabel(folded);
    if (weight === 0) continue;
    const found = readRow(node, language);
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

function readRow(label: Node, language: string): Money | null {
  let row = label.parentElement;
  for (let climb = 0; row && climb < MOST_CLIMBS; climb++, row = row.parentElement) {
    const text = (row.textContent ?? '').replace(/\s+/g, ' ');
    if (text.length > LONGEST_ROW) return null;
    const at = Math.max(0, text.indexOf((label.nodeValue ?? '').replace(/\s+/g, ' ').trim()));
    const amounts = findAmounts(text.slice(at), language);
    const found =
      amounts[0] ??
      findAmounts(text.slice(at), language, true).find(one => /\.\d\d$|^\d{4,}$/.test(one.amount));
    if (found) return row.checkVisibility({ visibilityProperty: true }) ? found : null;
  }
  return null;
}

function readOrderNumber(folded: string, node: Node): string | null {
  if (
    !/order|bestell|auftrag|command|pedido|ordine|zamow|ordre|objednav|siparis|заказ|주문|注文|订单|訂單/.test(
      folded,
    )
  )
    return null;
  for (const text of [node.nodeValue ?? '', node.parentElement?.parentElement?.textContent ?? '']) {
    if (text.length > LONGEST_ROW) continue;
    const found = ORDER_NUMBER.exec(text.replace(/\s+/g, ' '))?.[1];
    if (found && /\d{2}/.test(found)) return found.slice(0, 64);
  }
  return null;
}
