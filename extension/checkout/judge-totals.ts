import { foldLetters } from '../detect/fold-text.ts';
import type { CheckoutClues, SumRow } from './checkout-clues.ts';
import { findAmounts, type Money, writePlainly } from './parse-amount.ts';
import {
  COUNTED,
  DUE_NOW,
  IN_PARTS,
  LATER,
  LIKELY_TOTAL,
  NO_TOTAL,
  PAID_AT_ONCE,
  PART_OF_SUM,
  PAY_BUTTON,
  SUM_ALONE,
  SURE_TOTAL,
  TO_PAY,
  WITH_TAX,
} from './total-labels.ts';

export interface PageTotal extends Money {
  /** 0 to 1. */
  confidence: number;
}

/** What one line says. */
interface LineTotal extends PageTotal {
  label: string;
  /** Whether no other words stand between the label and the sum. */
  direct: boolean;
}

export interface PageTotals {
  total: PageTotal | null;
  orderNumber: string | null;
}

type LineClues = Pick<CheckoutClues, 'language' | 'title' | 'sums' | 'orderTexts'>;

const ORDER_WORD =
  '(?:order|bestell?(?:ing)?|auftrags|commande|pedido|encomenda|orden|ordine|zam[oó]wieni\\w*|ordre|objedn[aá]vk\\w*|sipari[sş]|best[aä]llnings?|užsakym\\p{L}*|pasūtījum\\p{L}*|tellimus\\p{L}*|porudžbin\\p{L}*|заказ\\p{L}*|замовлен\\p{L}*|поръчк\\p{L}*|tilaus|rendel[eé]s|comenzii|comand[aă]|narud[zž]b\\p{L}*|naro[cč]il\\p{L}*|đơn hàng|pesanan|παραγγελ\\p{L}*|(?:ال)?طلب|הזמנה|คำสั่งซื้อ|ऑर्डर|سفارش|confirmation|booking|주문|注文|订单|訂單)';
const NUMBER_WORD =
  '(?:number|reference|ref|nummer|sz[aá]m|numero|número|num|nr|no|id|č|[cč][ií]slo|αρ(?:ιθμ[οό]ς)?|số|mã|sz|numaras[ıi]|เลขที่|หมายเลข|n\\.?\\s?[°º]|n(?=\\.)|번호|番号|编号|編號|单号|單號|号|號|№)';
const SIGN = 'a-z0-9а-яёіїєґ';
/** What may stand between them: a point only before a digit. */
const JOINED = `(?:[${SIGN}/-]|\\.(?=\\d))`;
/** Named as a number, or so long that it is nothing else: a year behind the word is none. */
const ORDER_NUMBER = new RegExp(
  `(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Arabic}])ご?${ORDER_WORD}(?: de compra)?[ -]?(?:(?:${NUMBER_WORD}\\.?\\s?(?:[:：#]|(?:is|lautet|ist|est|es|è|är|er|jest)(?=\\s))?|[:：#]|(?<=\\p{L})\\s(?:es|est|é|è)(?=\\s))\\s{0,2}#?\\s?([${SIGN}]${JOINED}{3,31})|([a-z0-9-]*\\d{2}[a-z0-9]*-[a-z0-9-]+|[${SIGN}]{1,6}[/-]\\d{2}${JOINED}+|[a-z]{1,6}-?\\d{4,16}|\\d{5,32})(?![\\p{L}\\d]))`,
  'iu',
);

/** The sum that a person sees, and the order's number: labels first, then the amount in their row. */
export function judgeTotals({ language, title, sums, orderTexts }: LineClues): PageTotals {
  const found = dropChoices(sums.flatMap(({ label, rows }) => readLine(label, rows, language)));
  const best = found.reduce<LineTotal | null>((known, one) => (isBetter(one, known) ? one : known), null);
  const total = best && { ...best, confidence: confirm(best, found) };
  return { total, orderNumber: readOrderNumber([...orderTexts, title]) };
}

/** What is taken now counts before the whole. */
export const NOW = 0.95;
/** What the button says that takes it. */
const PRESSED = 0.92;
const PAYABLE = 0.91;
const SURE = 0.9;
const LIKELY = 0.7;
/** Counts only where the sum stands right behind it. */
const ALONE = 0.6;

// A first payment of several is told to who pays by another service, whatever its label says.
function weighLine(label: string, rows: readonly SumRow[]): number {
  const weight = weighLabel(foldLetters(label));
  const isPart =
    weight >= PRESSED &&
    rows.some(({ text }) => IN_PARTS.test(foldLetters(text).replace(/\d(?=\p{L})/gu, '$& ')));
  return isPart ? 0 : weight;
}

/** How surely a folded text names the final sum. */
export function weighLabel(folded: string): number {
  // How many are bought is no part of the sum's name.
  const words = folded.replace(/[^\p{L}\p{M}\p{N}"″״]+/gu, ' ').replace(COUNTED, ' ');
  const plain = words.replace(WITH_TAX, ' ');
  if (NO_TOTAL.test(words)) return 0;
  if (DUE_NOW.test(words)) return NOW;
  if (PAID_AT_ONCE.test(words)) return PRESSED;
  if (SURE_TOTAL.test(words)) return TO_PAY.test(words) && !LATER.test(words) ? PAYABLE : SURE;
  if (SUM_ALONE.test(words)) return ALONE;
  if (PART_OF_SUM.test(plain) || !(LIKELY_TOTAL.test(plain) || PAY_BUTTON.test(plain))) return 0;
  // Only the whole has its taxes in it.
  return plain === words ? LIKELY : SURE;
}

// Buttons that pay different sums leave a choice.
function dropChoices(found: readonly LineTotal[]): readonly LineTotal[] {
  const pressed = found.filter(({ confidence }) => confidence === PRESSED);
  const isChoice = new Set(pressed.map(({ amount }) => amount)).size > 1;
  return isChoice ? found.filter(one => !pressed.includes(one)) : found;
}

// Of sure lines the one right behind its label, then what is to be paid, then the larger sum: parts never exceed it.
function isBetter(found: LineTotal, known: LineTotal | null): boolean {
  if (!known) return true;
  const [one, other] = [found, known].map(({ confidence }) => (confidence === PAYABLE ? SURE : confidence));
  if (one !== other) return Number(one) > Number(other);
  if (found.direct !== known.direct) return found.direct;
  if (found.confidence !== known.confidence) return found.confidence > known.confidence;
  return Number(found.amount) > Number(known.amount);
}

// What two lines of other words say alike is sure: a total, and the button that pays it.
function confirm(best: LineTotal, found: readonly LineTotal[]): number {
  const isTwice = found.some(
    ({ label, amount, currency }) =>
      foldLetters(label) !== foldLetters(best.label) && amount === best.amount && currency === best.currency,
  );
  return isTwice ? Math.max(best.confidence, SURE) : best.confidence;
}

function readLine(label: string, rows: readonly SumRow[], language: string): LineTotal[] {
  const confidence = weighLine(label, rows);
  const found = confidence === 0 ? null : readRows(rows, language);
  if (!found) return [];
  const direct = rows.some(({ text }) => MOST_BETWEEN.test(text.slice(label.length)));
  if (confidence <= ALONE && !rows.some(({ text }) => isNext(text.slice(label.length), language))) return [];
  return [{ ...found, label, confidence, direct }];
}

// A column's head has goods below it, before their sum.
function isNext(text: string, language: string): boolean {
  const [first] = findAmounts(text, language);
  return first !== undefined && !/\p{L}/u.test(text.slice(0, first.at));
}

function readRows(rows: readonly SumRow[], language: string): Money | null {
  for (const { text, seen } of rows) {
    const found = readRow(text, language);
    if (found) return seen ? found : null;
  }
  return null;
}

/** A sum with a mark of its currency before it at most. */
const MOST_BETWEEN = /^\P{L}*(?:\p{L}{1,4}\P{L}*)?\p{Nd}/u;

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
  const numbers = texts.map(text => ORDER_NUMBER.exec(writePlainly(text))?.slice(1).find(Boolean) ?? '');
  return numbers.find(number => /\d.*\d/.test(number)) ?? null;
}
