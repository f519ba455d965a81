import type { DecodedField } from './decode-sequence.ts';
import type { FieldToken } from './field-description.ts';
import { foldText } from './fold-text.ts';
import { matchText } from './rules/match-rules.ts';

const GIFT_CARD: ReadonlySet<FieldToken> = new Set(['cc-number', 'cc-csc']);

/** Number and code below "Have a gift card?" are no card that pays: that one is asked when it expires as well. */
export function decodeGiftCards(form: readonly DecodedField[]): void {
  for (const [heading, below] of Map.groupBy(form, ({ field }) => field.sections[0] ?? '')) {
    if (below.some(({ token }) => token.startsWith('cc-exp')) || !isOfGiftCard(heading)) continue;
    for (const one of below) if (GIFT_CARD.has(one.token)) one.token = 'none';
  }
}

function isOfGiftCard(heading: string): boolean {
  return matchText(foldText(heading)).some(({ other }) => other === 'gift-card');
}
