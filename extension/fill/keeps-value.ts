import { type FieldElement, isNative } from '../detect/walk-roots.ts';

/** Whether what the field holds now is what was written, whatever separators and capitals the page put in. */
export function keepsValue(element: FieldElement, value: string): boolean {
  if (!isNative(element)) return element.textContent?.trim() === value;
  if (element instanceof HTMLSelectElement || element.value === value) return element.value === value;
  const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  return bare(value) !== '' && bare(element.value) === bare(value);
}

/** Whether a text is nothing but what a mask shows in an empty field. */
export function isMaskOnly(value: string): boolean {
  return /^[\s_\-/().+#]*$/.test(value);
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
