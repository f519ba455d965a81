import type { ClassifiedField, FieldDescription, FieldToken } from './field-description.ts';
import { foldIdentifier, foldText } from './fold-text.ts';
import { matchIdentifier, matchText } from './rules/match-rules.ts';
import type { OtherMeaning } from './rules/rule.ts';
import { readFilledToken } from './telephone-country.ts';

export type PageKind =
  | 'checkout'
  | 'address'
  | 'card'
  | 'sign-in'
  | 'sign-up'
  | 'newsletter'
  | 'search'
  | 'gift-card'
  | 'contact'
  | 'other';

/** Anything may be filled on these kinds only. */
export const FILLED_KINDS: ReadonlySet<PageKind> = new Set<PageKind>(['checkout', 'address', 'card']);

const CARD: ReadonlySet<FieldToken> = new Set(['cc-number', 'cc-exp', 'cc-exp-month', 'cc-csc', 'cc-name']);
const STREET: ReadonlySet<FieldToken> = new Set(['street-address', 'address-line1', 'street-name']);
const PLACE: ReadonlySet<FieldToken> = new Set([
  'postal-code',
  'address-level2',
  'address-level1',
  'country',
  'house-number',
  'address-line2',
]);

const NAMES: ReadonlySet<FieldToken> = new Set(['name', 'given-name', 'family-name']);

interface Counts {
  card: number;
  street: number;
  place: number;
  email: number;
  names: number;
  telephones: number;
  passwords: number;
  messages: number;
  searches: number;
  giftCards: number;
  usernames: number;
}

/** What kind of page (or frame) these fields make. Decoys nobody sees do not count. */
export function classifyPage(
  fields: readonly FieldDescription[],
  classified: readonly ClassifiedField[],
): PageKind {
  const tokens = new Map(classified.map(one => [one.fieldKey, readFilledToken(one)]));
  const seen = fields.filter(field => field.visible);
  const counts = countFields(seen, tokens);
  if (counts.card >= 2 || isLoneCard(counts, seen)) return counts.street > 0 ? 'checkout' : 'card';
  if (counts.street > 0 && counts.place > 0) return 'address';
  return nameOtherPage(counts, seen);
}

// A hosted frame asks for one part of a card; a bank asks for its number beside a password.
function isLoneCard({ card, giftCards, passwords }: Counts, seen: readonly FieldDescription[]): boolean {
  return card === 1 && seen.length <= 2 && giftCards === 0 && passwords === 0;
}

function countFields(seen: readonly FieldDescription[], tokens: ReadonlyMap<string, FieldToken>): Counts {
  const others = seen.map(field => (tokens.get(field.key) === 'none' ? readOtherMeaning(field) : null));
  const count = (test: (token: FieldToken) => boolean): number =>
    seen.filter(field => test(tokens.get(field.key) ?? 'none')).length;
  const other = (meaning: OtherMeaning): number => others.filter(one => one === meaning).length;
  return {
    card: count(token => CARD.has(token)),
    street: count(token => STREET.has(token)),
    place: count(token => PLACE.has(token)),
    email: count(token => token === 'email'),
    names: count(token => NAMES.has(token)),
    telephones: count(token => token.startsWith('tel')),
    passwords: seen.filter((field, at) => field.type === 'password' && others[at] === 'password').length,
    messages: seen.filter(field => field.tag === 'textarea').length + other('subject'),
    searches: other('search'),
    giftCards: other('gift-card'),
    usernames: other('username'),
  };
}

/** What an out-of-scope control is instead, by its strongest word. */
export function readOtherMeaning(field: FieldDescription): OtherMeaning | null {
  if (field.type === 'search') return 'search';
  if (field.type === 'password') return 'password';
  for (const text of field.texts) {
    const found = matchText(foldText(text.text)).find(one => one.other);
    if (found) return found.other;
  }
  return matchIdentifier(foldIdentifier(field.name || field.id)).find(one => one.other)?.other ?? null;
}

function nameOtherPage(counts: Counts, seen: readonly FieldDescription[]): PageKind {
  if (counts.passwords > 1) return 'sign-up';
  if (counts.passwords === 1) return seen.length - counts.searches > 3 ? 'sign-up' : 'sign-in';
  if (counts.messages > 0 && (counts.email > 0 || seen.length > 1)) return 'contact';
  if (counts.giftCards > 0 && counts.giftCards >= seen.length - counts.searches - counts.email)
    return 'gift-card';
  if (counts.usernames > 0) return 'sign-in';
  if (asksWhoOnly(counts)) return 'checkout';
  if (counts.email > 0 && seen.length - counts.searches <= 3) return 'newsletter';
  if (counts.searches > 0 && counts.searches === seen.length) return 'search';
  return 'other';
}

// A checkout in steps asks who someone is on a page of its own, before it asks where they live.
function asksWhoOnly({ email, names, telephones }: Counts): boolean {
  return email > 0 && names > 0 && telephones > 0;
}
