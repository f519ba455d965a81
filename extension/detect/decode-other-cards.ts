import type { DecodedField } from './decode-sequence.ts';
import type { FieldToken } from './field-description.ts';
import { foldText } from './fold-text.ts';
import { matchText } from './rules/match-rules.ts';

const GIFT_CARD: ReadonlySet<FieldToken> = new Set([
  'cc-number',
  'cc-csc',
  'family-name',
  'given-name',
  'name',
  'postal-code',
  'email',
]);

/** What a number says at least that is the card's beside a clearer one. */
const CLEAR = 6;

/** Number and code below "Have a gift card?" are no card that pays: that one is asked when it expires as well. */
export function decodeOtherCards(form: readonly DecodedField[]): void {
  for (const [heading, below] of Map.groupBy(form, ({ field }) => field.sections[0] ?? '')) {
    if (below.some(({ token }) => token.startsWith('cc-exp')) || !isOfGiftCard(heading)) continue;
    for (const one of below) if (GIFT_CARD.has(one.token)) one.token = 'none';
  }
  const numbers = form.filter(({ token }) => token === 'cc-number');
  const others = numbers.filter(isOfAnother);
  if (others.length < numbers.length) for (const one of others) one.token = 'none';
}

// "Account #" on a bill that is paid by card; "PAN", which may also be a person's; a number of a shop's own card.
function isOfAnother({ best, field, score }: DecodedField): boolean {
  return (best?.phrase === 'acct' || score < CLEAR) && field.texts.length > 0;
}

function isOfGiftCard(heading: string): boolean {
  return matchText(foldText(heading)).some(({ other }) => other === 'gift-card');
}
