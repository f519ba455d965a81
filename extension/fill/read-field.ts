import { type FieldElement, isNative } from '../detect/walk-roots.ts';
import { isCombobox, readChoice } from './read-choice.ts';

/** What a control shows as its value. */
export function readField(element: FieldElement): string {
  return isNative(element) && !isCombobox(element) ? element.value : readChoice(element);
}
