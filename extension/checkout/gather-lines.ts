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
  /tot|sum|today|charged|fallig|dovut|gesamt|betrag|zahl|preis|amount|pay|due|pag|importe|valor|zaplat|razem|betal|i alt|maksett|yhteensa|celk|uhrad|tutar|toplam|[합총總总合金]|결제|支払|請求|[应應实]付|итого|оплат|сумм|всего|сплат|разом|общо|крайна|τελικ|συνολ|ยอด|รวม|مبلغ|المجموع|اجمالي|תשלום|סה|कुल|देय|총액|价|價|regler|abonar|ukupno|skupaj|kokku|is viso|kopa|tong|jumlah|osszes|vegossz|fizet|lacznie|spolu|tasuda|moketi|apmaksai|plat[ai]|placilo|ode[nm]e|πληρω|place|complete|maksa|ادفع|grei[ðd]|samtals|belo[bp]|bedrag|kwota|castka|osszeg|valor|金额|금액|ποσ|סכום/;
const ORDER_STEM =
  /order|bestel|auftrag|confirm|booking|tilaus|замовл|поръчк|طلب|don hang|pesanan|rendel|παραγγελ|สั่งซื้อ|הזמנה|comand|comenzi|narudzb|narocil|command|pedido|encomenda|orden|bestall|bestilling|uzsakym|pasutijum|tellimus|porudzbin|ऑर्डर|سفارش|ordine|zamow|ordre|objednav|siparis|заказ|주문|注文|订单|訂單/;

/** Beginnings of all words that may say who is paid; what they mean is told by `paid-name.ts`. */
export const PAID_STEM =
  /pay(?:ing|ment)? (?:your (?:order|purchase) )?(?:to|for)\b|you(?: are|.re) paying|payee|merchant|beneficiar|empfanger|handler|zahlung an|commercant|marchand|vous payez|paiement a\b|comercio|comerciante|pago a\b|paga(?:mento)? .*\ba\b|esercente|estabelecimento|lojista|begunstigde|betaling aan|betaal .*aan|odbiorca|platnosc|betalningsmottagare|betal(?:ning|ing|er|ar)? til|sold (?:and shipped )?by|verkauft (?:von|durch)|vendu (?:et expedie )?par|vendido por|venduto da|verkocht door|sprzedawca|satici|vandut|prijemce|obchodnik|alici|isyeri|получател|продавец|отримувач|加盟店|支払い?先|請求元|가맹점|판매자|결제처|收款|商户|商戶|المستفيد|التاجر|בית עסק|ผู้รับเงิน/;

type Lines = Pick<CheckoutClues, 'sums' | 'orderTexts' | 'paidTexts'>;

/** One walk over the texts of a page: those that speak of a sum, of an order or of who is paid, with what stands beside them. */
export function gatherLines(document: Document): Lines {
  const lines: Lines = { sums: [], orderTexts: [], paidTexts: [] };
  const known = new Map<string, string>();
  const body = readRoot(document, 'body');
  for (const [node, label] of body ? walkLabels(body) : []) {
    if (known.size > MOST_LABELS) break;
    const folded = known.get(label) ?? foldLetters(label);
    known.set(label, folded);
    addTexts(lines, node, folded);
    if (lines.sums.length >= CLUE_LIMITS.sums || !SUM_STEM.test(folded)) continue;
    const rows = listRows(node, label);
    if (rows.length > 0) lines.sums.push({ label, rows });
  }
  return lines;
}

function addTexts({ orderTexts, paidTexts }: Lines, node: Node, folded: string): void {
  if (orderTexts.length < CLUE_LIMITS.orderTexts - 2 && ORDER_STEM.test(folded))
    orderTexts.push(...listOrderTexts(node));
  if (paidTexts.length < CLUE_LIMITS.paidTexts - 1 && PAID_STEM.test(folded))
    paidTexts.push(...listPaidTexts(node));
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
  const own = node.parentElement;
  const boxes = [own, own?.parentElement].map(box => (box && readShort(box)) ?? '');
  const texts = [node.nodeValue ?? '', ...boxes].map(collapse);
  return [...new Set(texts)].filter(text => text.length <= CLUE_LIMITS.row && /\p{Nd}.*\p{Nd}/u.test(text));
}

// Who is paid stands in these words, in the element behind them or in the box behind theirs.
function listPaidTexts(node: Node): string[] {
  const own = collapse((node.nodeValue ?? '').trim());
  const behind =
    node.nextSibling instanceof Element ? node.nextSibling : node.parentElement?.nextElementSibling;
  const next = (behind && readShort(behind))?.trim();
  return next ? [own, `${own}: ${next}`.slice(0, CLUE_LIMITS.row)] : [own];
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
  if (isHundredths(node, before)) return /\.\d{3}$/.test(before) ? ',' : '.';
  return /[\p{L}\p{Nd}]$/u.test(before) && /^\p{L}/u.test(node.nodeValue ?? '') ? ' ' : '';
}

/** Digits with their groups, and nothing behind a point. */
const WHOLE_PART = /[^.,\d]\d{1,5}$|(?:^|[^.,\d])\d{1,3}(?:[.,'’ \u00a0]\d{3})+$/;

// A price's smaller digits, which some write without a point before them.
function isHundredths(node: Node, before: string): boolean {
  const parent = node.parentElement;
  if (!parent || !/^\s*\d\d\s*$/.test(node.nodeValue ?? '') || !WHOLE_PART.test(before)) return false;
  return /^(?:SUP|SMALL)$/.test(tagOf(parent)) || /cent|fraction|decimal/i.test(readOwn(parent, 'className'));
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ');
}
