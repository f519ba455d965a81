import { readRoot } from '../detect/call-own.ts';
import { isNative, type NativeField, type OpenShadowRoot } from '../detect/walk-roots.ts';

/** The control that `event` came from; a closed shadow root names its host instead, and is asked what has the focus. */
export function findEventControl(event: Event, openShadowRoot?: OpenShadowRoot): NativeField | null {
  return descend(event.composedPath()[0] ?? event.target, openShadowRoot);
}

/** The control that has the focus, through shadow roots. */
export function findFocusedControl(document: Document, openShadowRoot?: OpenShadowRoot): NativeField | null {
  return descend(readRoot(document, 'activeElement'), openShadowRoot);
}

function descend(start: EventTarget | null, openShadowRoot?: OpenShadowRoot): NativeField | null {
  let target: EventTarget | null | undefined = start;
  while (target instanceof HTMLElement && !isNative(target)) {
    target = (target.shadowRoot ?? openShadowRoot?.(target))?.activeElement;
  }
  return target instanceof Element && isNative(target) ? target : null;
}
