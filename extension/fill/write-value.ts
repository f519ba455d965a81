import { foldText } from '../detect/fold-text.ts';
import type { FieldElement } from '../detect/walk-roots.ts';

/**
 * Writes `value` as a person would, so that controlled inputs keep it: focus, the native setter past the
 * framework's own, `input` and `change` events, then focus away.
 */
export function fillField(element: FieldElement, value: string): void {
  element.focus({ preventScroll: true });
  element.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
  setNatively(element, value);
  const typed = { bubbles: true, composed: true, cancelable: false };
  element.dispatchEvent(
    element instanceof HTMLSelectElement
      ? new Event('input', typed)
      : new InputEvent('input', { ...typed, data: value, inputType: 'insertReplacementText' }),
  );
  element.dispatchEvent(new Event('change', { bubbles: true }));
  element.blur();
  element.dispatchEvent(new FocusEvent('focusout', { bubbles: true, composed: true }));
}

// Frameworks shadow `value` on the element itself; the prototype's setter is the browser's own.
function setNatively(element: FieldElement, value: string): void {
  const prototype: object = Object.getPrototypeOf(element);
  const setter = Object.getOwnPropertyDescriptor(prototype, 'value')?.set;
  if (setter) setter.call(element, value);
  else element.value = value;
}

/** The value of the option that means one of `wanted`, best first; null where the select offers none. */
export function chooseOption(
  options: readonly { value: string; text: string }[],
  wanted: readonly string[],
): string | null {
  const folded = options.map(one => ({
    value: one.value,
    code: foldText(one.value).trim(),
    text: foldText(one.text).trim(),
  }));
  const words = wanted.map(one => foldText(one).trim()).filter(one => one !== '');
  for (const word of words) {
    const exact = folded.find(one => one.text === word || one.code === word);
    if (exact) return exact.value;
  }
  for (const word of words) {
    const numeric = folded.find(one => /^\d+$/.test(word) && stripZeros(one.code) === stripZeros(word));
    if (numeric) return numeric.value;
  }
  for (const word of words.filter(one => one.length > 2 || one.startsWith('+'))) {
    const within = folded.find(one => ` ${one.text} `.includes(` ${word} `));
    if (within) return within.value;
  }
  return null;
}

function stripZeros(text: string): string {
  return text.replace(/^0+(?=\d)/, '');
}

/** Whether what the field holds now is what was written, whatever separators the page put in. */
export function keepsValue(element: FieldElement, value: string): boolean {
  if (element instanceof HTMLSelectElement) return element.value === value;
  const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  return element.value === value || (bare(value) !== '' && bare(element.value) === bare(value));
}
