import { callOwn } from '../detect/call-own.ts';
import type { NativeField } from '../detect/walk-roots.ts';
import type { FillOutcome } from './fill-plan.ts';

/** Asked once the control has the focus, for pages change it then: why nothing is written, or null. */
export type JudgeFocused = () => FillOutcome | null;

/**
 * Writes `value` as a person would, so that controlled inputs keep it: focus, the native setter past the
 * framework's own, `input` and `change` events, then focus away. Gives what `judge` had against it.
 */
export function fillField(element: NativeField, value: string, judge?: JudgeFocused): FillOutcome | null {
  return withFocus(element, judge, () => {
    setNatively(element, value);
    element.dispatchEvent(
      element instanceof HTMLSelectElement
        ? new Event('input', TYPED)
        : new InputEvent('input', { ...TYPED, data: value, inputType: 'insertReplacementText' }),
    );
  });
}

/**
 * Writes `value` through the browser's own editing, for pages whose masks listen to it. Its events are trusted: who
 * watches the owner's hand must look away meanwhile. Gives what `judge` had against it.
 */
export function typeIntoField(element: NativeField, value: string, judge?: JudgeFocused): FillOutcome | null {
  if (element instanceof HTMLSelectElement) return null;
  return withFocus(element, judge, () => {
    element.select();
    const { ownerDocument } = element;
    // No other way makes `beforeinput`, edit and `input` as a keyboard does.
    if (value === '') callOwn(ownerDocument, 'execCommand', 'delete');
    else callOwn(ownerDocument, 'execCommand', 'insertText', false, value);
  });
}

/** How long a mask that follows the caret may take to know where it stands after the focus. */
const CARET_MS = 20;

/**
 * Writes `value` as browsers' own filling does, with an event that tells of no editing: masks that reckon from the caret
 * what was typed take all of it anew then, some only without the focus, some only with it. Gives what `judge` had
 * against it.
 */
export async function replaceInField(
  element: NativeField,
  value: string,
  isFocused: boolean,
  judge?: JudgeFocused,
): Promise<FillOutcome | null> {
  if (isFocused) {
    takeFocus(element);
    await new Promise(resolve => setTimeout(resolve, CARET_MS));
  }
  const refusal = judge?.() ?? null;
  if (!refusal) {
    setNatively(element, value);
    for (const type of ['input', 'change']) element.dispatchEvent(new Event(type, TYPED));
  }
  if (isFocused) leaveFocus(element);
  return refusal;
}

const TYPED = { bubbles: true, composed: true, cancelable: false } as const;

function withFocus(
  element: NativeField,
  judge: JudgeFocused | undefined,
  act: () => void,
): FillOutcome | null {
  takeFocus(element);
  const refusal = judge?.() ?? null;
  if (!refusal) {
    act();
    element.dispatchEvent(new Event('change', { bubbles: true }));
  }
  leaveFocus(element);
  return refusal;
}

function takeFocus(element: NativeField): void {
  announce(element, 'focus', 'focusin', () => element.focus({ preventScroll: true }));
}

function leaveFocus(element: NativeField): void {
  announce(element, 'blur', 'focusout', () => element.blur());
}

/** A page in a window behind ours gets no focus events from the browser; frameworks validate on them. */
function announce(element: NativeField, name: string, bubbling: string, act: () => void): void {
  const told = { real: false };
  element.addEventListener(
    name,
    () => {
      told.real = true;
    },
    { once: true, capture: true },
  );
  act();
  if (told.real) return;
  element.dispatchEvent(new FocusEvent(name, { composed: true }));
  element.dispatchEvent(new FocusEvent(bubbling, { bubbles: true, composed: true }));
}

// Frameworks shadow `value` on the element itself; the prototype's setter is the browser's own.
function setNatively(element: NativeField, value: string): void {
  const prototype: object = Object.getPrototypeOf(element);
  const setter = Object.getOwnPropertyDescriptor(prototype, 'value')?.set;
  if (setter) setter.call(element, value);
  else element.value = value;
}
