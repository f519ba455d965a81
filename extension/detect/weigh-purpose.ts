import type { FieldToken } from './field-description.ts';
import { ADDRESS, BRANDS, ONWARD, ORDER, SHOP, SHOP_EXTRA } from './order-words.ts';
import { NEVER, NEWSLETTER, OTHER, TRAVELLER } from './other-words.ts';
import type { OtherControl, PurposeEvidence } from './purpose-evidence.ts';

/** What speaks for (above 0) or against an order, an address or a card, and how strongly. */
export interface PurposePoint {
  reason: string;
  points: number;
}

/** A form of so many points is an order's, an address book's or a card's. */
const ENOUGH = 1;
/** A subscription asks for a mail address, and a name perhaps; what asks for more only offers one. */
const LONGEST_SUBSCRIPTION = 4;
const MOST_OF_STRANGE = 4;

type Sign = readonly [reason: string, points: number, holds: (evidence: PurposeEvidence) => boolean];

const SIGNS: readonly Sign[] = [
  ['headings of an order', 2.5, ({ headings }) => has(headings, ORDER)],
  ['buttons of an order', 2.5, ({ buttons }) => has(buttons, ORDER)],
  ['a title of an order', 1.5, ({ title }) => ORDER.test(title)],
  ['a path of an order', 1.5, ({ path }) => ORDER.test(path)],
  ['a form called an order', 1.5, ({ formName }) => ORDER.test(formName)],
  ['fields called an order', 1.5, ({ named }) => ORDER.test(named)],
  ['choices of an order', 1.5, ({ choices }) => has(choices, ORDER)],
  ['choices of who takes money or brings parcels', 1.5, ({ choices }) => has(choices, BRANDS)],
  ['a card', 3, ({ tokens }) => asks(tokens, /^cc-(?:number|csc|exp)/)],
  ['a whole address', 0.5, ({ tokens }) => isAddress(tokens)],
  ['a book of addresses', 1, evidence => isAddress(evidence.tokens) && speaksOfAddress(evidence)],
  ['something of a shop', 0.5, isOfShop],
  ['sums', 0.5, ({ sums }) => sums > 1],
  ['a total', 1, ({ sums, totals }) => sums > 0 && totals > 0],
  ['a cart and its total under words of an order', 1, isCartOrdered],
  ['a step before others', 0.5, ({ buttons }) => has(buttons, ONWARD)],
  ['a page around the frame', 1, ({ framed }) => framed],
  ['no word around', 0.5, isBare],
  ['headings of something else', -2.5, ({ headings }) => has(headings, OTHER)],
  ['buttons of something else', -2.5, ({ buttons }) => has(buttons, OTHER)],
  ['a title of something else', -1.5, ({ title }) => OTHER.test(title)],
  ['a path of something else', -1, ({ path }) => OTHER.test(path)],
  ['a form called something else', -1, ({ formName }) => OTHER.test(formName)],
  ['fields called something else', -1, ({ named }) => OTHER.test(named)],
  ['what is never an order', -5, ({ headings, buttons }) => has([...headings, ...buttons], NEVER)],
  ['who travels', -3.5, ({ headings }) => has(headings, TRAVELLER)],
  ['a subscription', -5, isSubscription],
  ['a file', -4, ({ files }) => files > 0],
  ['a letter', -1, ({ others }) => listStrange(others).some(({ type }) => type === 'textarea')],
  ['a password to choose', -0.5, ({ passwords }) => passwords > 1],
];

/** What a form shows of what it is for, each sign with its points. Pure. */
export function weighPurpose(evidence: PurposeEvidence): PurposePoint[] {
  const said = dropSubscription(evidence);
  const points = SIGNS.flatMap(([reason, points, holds]) => (holds(said) ? [{ reason, points }] : []));
  const strange = Math.min(listStrange(evidence.others).length, MOST_OF_STRANGE);
  return strange > 0 ? [...points, { reason: 'fields that no shop has', points: -strange }] : points;
}

/** Whether a form of this evidence is for something else than an order, an address or a card. */
export function isOfAnotherPurpose(evidence: PurposeEvidence): boolean {
  return weighPurpose(evidence).reduce((sum, { points }) => sum + points, 0) < ENOUGH;
}

function has(texts: readonly string[], words: RegExp): boolean {
  return texts.some(text => words.test(text));
}

function asks(tokens: readonly FieldToken[], kinds: RegExp): boolean {
  return tokens.some(token => kinds.test(token));
}

function isAddress(tokens: readonly FieldToken[]): boolean {
  return [/name$/, /^(?:street|address-line1)/, /^(?:postal|address-level)/].every(kind =>
    asks(tokens, kind),
  );
}

function speaksOfAddress({ headings, title, path }: PurposeEvidence): boolean {
  return has([...headings, title, path], ADDRESS);
}

function isOfShop({ headings, title, path, formName, around, carts }: PurposeEvidence): boolean {
  return carts > 0 || ORDER.test(around) || has([...headings, title, path, formName], SHOP);
}

// Shops sell what others ask about too: tickets of events, clothes of schools.
function isCartOrdered({ headings, carts, sums, totals }: PurposeEvidence): boolean {
  const isOrder = headings.some(text => ORDER.test(text) && !OTHER.test(text));
  return isOrder && carts > 0 && sums > 1 && totals > 0;
}

function isBare({ headings, buttons, title }: PurposeEvidence): boolean {
  return [...headings, ...buttons, title.trim()].join('') === '';
}

function isSubscription({ headings, buttons, tokens, others }: PurposeEvidence): boolean {
  return tokens.length + others.length <= LONGEST_SUBSCRIPTION && has([...headings, ...buttons], NEWSLETTER);
}

// A longer form that offers a newsletter too is not one for that.
function dropSubscription(evidence: PurposeEvidence): PurposeEvidence {
  if (isSubscription(evidence)) return evidence;
  const drop = (texts: readonly string[]) => texts.filter(text => !NEWSLETTER.test(text));
  return { ...evidence, headings: drop(evidence.headings), buttons: drop(evidence.buttons) };
}

// What has no word says nothing.
function listStrange(others: readonly OtherControl[]): OtherControl[] {
  return others.filter(
    ({ type, said }) =>
      !/^(?:password|file)$/.test(type) && /\p{L}{3}|[^\p{ASCII}]/u.test(said) && !SHOP_EXTRA.test(said),
  );
}
