import { browser } from '../messages/browser.ts';

/** Chrome's way into closed shadow roots, for content scripts only. */
interface ShadowDoor {
  openOrClosedShadowRoot(host: HTMLElement): ShadowRoot | null;
}

/** Firefox's. */
interface ShadowHost extends HTMLElement {
  openOrClosedShadowRoot?: ShadowRoot | null;
}

/** The shadow root of an element, a closed one too. */
export function openShadowRoot(host: ShadowHost): ShadowRoot | null {
  const { dom } = browser as typeof browser & { dom?: ShadowDoor };
  return host.openOrClosedShadowRoot ?? dom?.openOrClosedShadowRoot(host) ?? null;
}
