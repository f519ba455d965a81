import type { FieldToken } from '../detect/field-description.ts';
import { findFace, isSeen } from '../detect/find-face.ts';
import { isLegible, showsLetters } from '../detect/judge-legibility.ts';
import { staysSo } from '../detect/judge-moments.ts';
import { isFound, isInSight } from '../detect/judge-sight.ts';
import { isVisible } from '../detect/judge-visibility.ts';
import type { Root } from '../detect/sight-lens.ts';
import { Survey } from '../detect/survey-page.ts';
import type { FieldElement } from '../detect/walk-roots.ts';

/** A widget that stands for a hidden control is for choices: what is typed must be seen in the control itself. */
const CHOSEN_FROM_LISTS = /^(?:country|address-level|cc-exp|cc-type|honorific|tel-country|bday|sex|language)/;

/**
 * Whether a person sees the control, now and once what moves on the page has come to rest, and could read in it what it
 * is to get. Who asks about several controls in one turn has one `survey` for all of them.
 */
export function canBeSeen(
  element: FieldElement,
  token: FieldToken,
  roots: Iterable<Root> = [element.ownerDocument],
  survey = new Survey(() => roots),
): boolean {
  const face = findFace(element);
  const isShown = (known?: Survey): boolean => isSeen(element) && isInSight(face ?? element, roots, known);
  if (!isShown(survey)) return false;
  if (!isVisible(element) && !CHOSEN_FROM_LISTS.test(token)) return false;
  if (!face && !token.startsWith('cc-') && isMasked(element)) return false;
  // Letters that only the focus colours are not looked for twice: the page hears of each focus.
  const isWritten = !face && showsLetters(element);
  if (!face && !isWritten) {
    survey.forget();
    if (!isLegible(element)) return false;
  }
  return staysSo(element, roots, () => isShown() && (!isWritten || showsLetters(element)));
}

// Dots for letters: as pages draw a security code, and nothing else of ours.
function isMasked(element: FieldElement): boolean {
  const drawn = getComputedStyle(element).getPropertyValue('-webkit-text-security');
  return drawn !== '' && drawn !== 'none';
}

/** What of that can be told without a look at the whole page: enough to give the control the focus, not to write. */
export function mayBeSeen(element: FieldElement, roots: Iterable<Root>): boolean {
  return isSeen(element) && isFound(findFace(element) ?? element, roots);
}
