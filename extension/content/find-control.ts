import type { NativeField, OpenShadowRoot } from '../detect/walk-roots.ts';

/** Whether `target` takes text or a choice. */
function isControl(target: unknown): target is NativeField {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLSelectElement ||
    target instanceof HTMLTextAreaElement
  );
}

/** The control that `event` came from; a closed shadow root names its host instead, and is asked what has the focus. */
export function findEventControl(event: Event, openShadowRoot?: OpenShadowRoot): NativeField | null {
  return descend(event.composedPath()[0] ?? event.target, openShadowRoot);
}

/** The control that has the focus, through shadow roots. */
export function findFocusedControl(document: Document, openShadowRoot?: OpenShadowRoot): NativeField | null {
  return descend(document.activeElement, openShadowRoot);
}

function descend(start: EventTarget | null, openShadowRoot?: OpenShadowRoot): NativeField | null {
  let target: EventTarget | null | undefined = start;
  while (target instanceof HTMLElement && !isControl(target)) {
    target = (target.shadowRoot ?? openShadowRoot?.(target))?.activeElement;
  }
  return isControl(target) ? target : null;
}
