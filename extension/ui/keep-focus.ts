/** What may take the place of a control that is gone: the smallest of them that it stood in. An empty dialog closes. */
const PLACES = 'dialog[open]:not(:empty), form, section, [tabindex="-1"], main';

/**
 * Keeps the focus where its owner was: a control that goes away because of its press would leave it nowhere, and who
 * reads by ear begins at the top of the page. It goes to what the control stood in, else to the page's main part.
 * Ends by what it gives.
 */
export function keepFocus(page: Document): () => void {
  let path: Element[] = [];
  const remember = () => {
    path = listAncestors(page.activeElement);
  };
  const mend = () => {
    if (path.length === 0 || path[0]?.isConnected) return;
    if (page.activeElement !== page.body && page.activeElement !== null) return remember();
    const place = path.find(one => one.isConnected && one.matches(PLACES)) ?? page.querySelector('main');
    if (!(place instanceof HTMLElement)) return;
    // What takes the focus by a script alone is no stop for the keyboard.
    if (!place.hasAttribute('tabindex')) place.tabIndex = -1;
    place.focus({ preventScroll: true });
  };
  const forget = () => {
    path = [];
  };
  const changes = new MutationObserver(mend);
  // A dialog keeps everything behind it from the focus until it has closed.
  changes.observe(page.body, { childList: true, subtree: true, attributeFilter: ['open'] });
  page.addEventListener('focusin', remember);
  page.addEventListener('pointerdown', forget);
  return () => {
    changes.disconnect();
    page.removeEventListener('focusin', remember);
    page.removeEventListener('pointerdown', forget);
  };
}

function listAncestors(element: Element | null): Element[] {
  const path: Element[] = [];
  for (let at = element; at && at !== element?.ownerDocument.body; at = at.parentElement) path.push(at);
  return path;
}
