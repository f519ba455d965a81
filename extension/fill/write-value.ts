import { callOwn } from '../detect/call-own.ts';
import type { NativeField } from '../detect/walk-roots.ts';

/**
 * Writes `value` as a person would, so that controlled inputs keep it: focus, the native setter past the
 * framework's own, `input` and `change` events, then focus away.
 */
export function fillField(element: NativeField, value: string): void {
  withFocus(element, () => {
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
 * watches the owner's hand must look away meanwhile.
 */
export function typeIntoField(element: NativeField, value: string): void {
  if (element instanceof HTMLSelectElement) return;
  withFocus(element, () => {
    element.select();
    const { ownerDocument } = element;
    // No other way makes `beforeinput`, edit and `input` as a keyboard does.
    if (value === '') callOwn(ownerDocument, 'execCommand', 'delete');
    else callOwn(ownerDocument, 'execCommand', 'insertText', false, value);
  });
}

const TYPED = { bubbles: true, composed: true, cancelable: false } as const;

function withFocus(element: NativeField, act: () => void): void {
  announce(element, 'focus', 'focusin', () => element.focus({ preventScroll: true }));
  act();
  element.dispatchEvent(new Event('change', { bubbles: true }));
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
