import type { DecodedField } from './decode-sequence.ts';
import { foldText } from './fold-text.ts';
import { matchText } from './rules/match-rules.ts';

const LEAST_LETTERS = 4;

/** A heading over a single control without words of its own is its label. */
export function decodeHeadings(form: readonly DecodedField[]): void {
  const over = Map.groupBy(form, one => one.field.sections[0] ?? '');
  for (const [heading, below] of over) {
    const [one] = below;
    if (!one || below.length > 1 || heading.length < LEAST_LETTERS || !isNameless(one)) continue;
    const named = matchText(foldText(heading)).toSorted((a, b) => b.end - a.end)[0];
    if (named && one.field.tag === 'input') one.token = named.token;
  }
}

function isNameless({ field, token, candidates }: DecodedField): boolean {
  return token === 'none' && candidates.length === 0 && field.texts.length === 0 && field.visible;
}
