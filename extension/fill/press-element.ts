import { readRoot } from '../detect/call-own.ts';
import { boxOf } from '../detect/read-own.ts';

/** Older widgets read the number of a key alone. */
const KEY_NUMBERS = { ArrowDown: 40, Backspace: 8, Escape: 27 } as const;

/** A press of the main button of a mouse, as widgets listen for it: some on its way down, some on its way up. */
export function press(element: Element): void {
  const { left, top, width, height } = boxOf(element);
  const at = {
    ...{ bubbles: true, cancelable: true, composed: true, button: 0 },
    ...{ clientX: left + width / 2, clientY: top + height / 2 },
    view: readRoot(element.ownerDocument, 'defaultView'),
  };
  const pointer = { ...at, isPrimary: true, pointerId: 1, pointerType: 'mouse' };
  element.dispatchEvent(new PointerEvent('pointermove', pointer));
  element.dispatchEvent(new PointerEvent('pointerdown', { ...pointer, buttons: 1 }));
  element.dispatchEvent(new MouseEvent('mousedown', { ...at, buttons: 1, detail: 1 }));
  element.dispatchEvent(new PointerEvent('pointerup', pointer));
  element.dispatchEvent(new MouseEvent('mouseup', { ...at, detail: 1 }));
  element.dispatchEvent(new MouseEvent('click', { ...at, detail: 1 }));
}

export function pressKey(element: Element, key: keyof typeof KEY_NUMBERS): void {
  const keyCode = KEY_NUMBERS[key];
  const init = { key, code: key, keyCode, which: keyCode, bubbles: true, cancelable: true, composed: true };
  element.dispatchEvent(new KeyboardEvent('keydown', init));
}
