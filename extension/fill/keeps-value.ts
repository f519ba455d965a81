import { type FieldElement, isNative } from '../detect/walk-roots.ts';

/** Whether what the field holds now is what was written, whatever separators and capitals the page put in. */
export function keepsValue(element: FieldElement, value: string): boolean {
  if (!isNative(element)) return element.textContent?.trim() === value;
  if (element instanceof HTMLSelectElement || element.value === value) return element.value === value;
  const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  // Behind the sign of a calling code other digits are another country's number.
  const isOther = element.value.trim().startsWith('+') && !value.startsWith('+');
  return !isOther && bare(value) !== '' && bare(element.value) === bare(value);
}

/** Whether a text is nothing but what a mask shows in an empty field, a calling code before its open places too. */
export function isMaskOnly(value: string): boolean {
  return /^(?:(?:\+\d{1,3}|\d)(?=[^\d]*[_#]))?[\s_\-/().+#]*$/.test(value);
}

/** Whether a mask shows places that nothing stands in. */
export function leavesPlaces(element: FieldElement): boolean {
  return isNative(element) && /_|\s$/.test(element.value);
}

/** Whether the page's own code calls the field wrong. */
export function isFlagged(element: FieldElement): boolean {
  return element.getAttribute('aria-invalid') === 'true';
}

/** Whether the page finds nothing wrong with what the field holds; a flag that was there before says nothing. */
export function isAccepted(element: FieldElement, flaggedBefore: boolean): boolean {
  if (!element.isConnected || !isNative(element)) return true;
  if (!flaggedBefore && isFlagged(element)) return false;
  return !(
    element.willValidate &&
    (element.validity.patternMismatch || element.validity.typeMismatch || element.validity.badInput)
  );
}
