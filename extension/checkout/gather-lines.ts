import { callOwn, readRoot } from '../detect/call-own.ts';
import { foldLetters } from '../detect/fold-text.ts';
import { boxOf, holdsNode, parentOf, readOwn, tagOf } from '../detect/read-own.ts';
import { type CheckoutClues, CLUE_LIMITS, type SumLine } from './checkout-clues.ts';

const SKIPPED = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'OPTION', 'TEXTAREA']);
/** A number, with a currency perhaps. */
const SHOWN_SUM = /^[^\d@]{0,5}\d[\d\s.,'’]{0,15}[^\d@]{0,5}$/;
/** A page of more texts than this is no checkout's. */
const MOST_LABELS = 3000;
/** Beginnings of all words that may name a sum; what the words mean is told by `total-labels.ts`. */
export const SUM_STEM =
  /tot|sum|today|charged|fallig|dovut|gesamt|betrag|zahl|preis|amount|pay|due|pag|importe|valor|zaplat|razem|betal|i alt|maksett|yhteensa|celk|uhrad|tutar|toplam|[합총總总合金]|결제|支払|請求|[应應实]付|итого|оплат|сумм|всего|сплат|разом|общо|крайна|τελικ|συνολ|ยอด|รวม|مبلغ|المجموع|الاجمالي|תשלום|סה|कुल|देय|총액|价|價|regler|abonar|ukupno|skupaj|kokku|is viso|kopa|tong|jumlah|osszes|vegossz|fizet|lacznie|spolu|tasuda|moketi|apmaksai|plati|placilo/;
const ORDER_STEM =
  /order|bestel|auftrag|confirm|booking|tilaus|замовл|поръчк|طلب|don hang|pesanan|rendel|παραγγελ|สั่งซื้อ|הזמנה|comand|comenzi|narudzb|narocil|command|pedido|ordine|zamow|ordre|objednav|siparis|заказ|주문|注文|订单|訂單/;

/** One walk over the texts of a page: those that speak of a sum or of an order, with the numbers beside them. */
export function gatherLines(document: Document): Pick<CheckoutClues, 'sums' | 'orderTexts'> {
  const lines = { sums: [] as SumLine[], orderTexts: [] as string[] };
  const known = new Map<string, string>();
  const body = readRoot(document, 'body');
  for (const [node, label] of body ? walkLabels(body) : []) {
    if (known.size > MOST_LABELS) break;
    const folded = known.get(label) ?? foldLetters(label);
    known.set(label, folded);
    if (lines.orderTexts.length < CLUE_LIMITS.orderTexts - 1 && ORDER_STEM.test(folded))
      lines.orderTexts.push(...listOrderTexts(node));
    if (lines.sums.length >= CLUE_LIMITS.sums || !SUM_STEM.test(folded)) continue;
    const rows = listRows(node, label);
    if (rows.length > 0) lines.sums.push({ label, rows });
  }
  return lines;
}

function* walkLabels(body: Element): Generator<[Node, string]> {
  const walker = callOwn(body.ownerDocument, 'createTreeWalker', body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const label = node.nodeValue?.trim() ?? '';
    if (label.length < 2 || label.length > CLUE_LIMITS.label) continue;
    if (!SKIPPED.has(node.parentElement?.tagName ?? '')) yield [node, label];
  }
}

function listRows(node: Node, label: string): SumLine['rows'] {
  const rows: SumLine['rows'] = [];
  let row = node.parentElement;
  if (row && isBeyond(row)) return rows;
  for (let climb = 0; row && climb < CLUE_LIMITS.rows; climb++, row = row.parentElement) {
    const whole = readShort(row);
    if (whole === null) break;
    const text = whole.slice(Math.max(0, whole.indexOf(collapse(label))));
    if (!/\p{Nd}/u.test(text) || text === rows.at(-1)?.text) continue;
    rows.push({ text, seen: row.checkVisibility({ visibilityProperty: true }) });
  }
  return rows;
}

function listOrderTexts(node: Node): string[] {
  const around = node.parentElement?.parentElement;
  return [node.nodeValue ?? '', (around && readShort(around)) ?? '']
    .map(collapse)
    .filter(text => text.length <= CLUE_LIMITS.row && /\p{Nd}.*\p{Nd}/u.test(text));
}

/** The words of a box, or null where there are too many for one line of a bill. */
function readShort(element: Element): string | null {
  let text = '';
  const kinds = NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT;
  const walker = callOwn(element.ownerDocument, 'createTreeWalker', element, kinds);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const said = node.nodeValue ?? readShownSum(node);
    if (!said || !isRead(node, said, element)) continue;
    text = `${text}${joinBefore(node, text)}${said}`.replace(/\s+/g, ' ');
    if (text.length > CLUE_LIMITS.row) return null;
  }
  return text;
}

// Some shops show their sums in controls that nobody can write into; what a person wrote is nobody's sum.
function readShownSum(node: Node): string {
  if (!(node instanceof HTMLInputElement) || !(node.readOnly || node.disabled)) return '';
  return SHOWN_SUM.test(node.value) ? node.value : '';
}

/** Whether a person reads a text in `box` as it stands: it is there, and nothing strikes it through. */
function isRead(node: Node, said: string, box: Element): boolean {
  const parent = node instanceof Element ? node : node.parentElement;
  if (!parent || !/\p{Nd}/u.test(said)) return true;
  if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
  if (getComputedStyle(parent).fontSize === '0px' || isBeyond(parent)) return false;
  for (let one: Element | null = parent; one && holdsNode(box, one); one = parentOf(one))
    if (getComputedStyle(one).textDecorationLine.includes('line-through')) return false;
  return true;
}

function isBeyond(element: Element): boolean {
  const { right, bottom } = boxOf(element);
  return right + scrollX <= 0 || bottom + scrollY <= 0;
}

// Boxes beside each other part words, and parts of one number do not.
function joinBefore(node: Node, before: string): string {
  if (isHundredths(node, before)) return '.';
  return /[\p{L}\p{Nd}]$/u.test(before) && /^\p{L}/u.test(node.nodeValue ?? '') ? ' ' : '';
}

// A price's smaller digits, which some write without a point before them.
function isHundredths(node: Node, before: string): boolean {
  const parent = node.parentElement;
  if (!parent || !/^\s*\d\d\s*$/.test(node.nodeValue ?? '') || !/[^.,\d]\d{1,5}$/.test(before)) return false;
  return /^(?:SUP|SMALL)$/.test(tagOf(parent)) || /cent|fraction|decimal/i.test(readOwn(parent, 'className'));
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ');
}
