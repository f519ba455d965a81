/** Gives the shadow root of a host, closed ones too where the platform allows it. */
export type OpenShadowRoot = (host: HTMLElement) => ShadowRoot | null;

export type SearchRoot = Document | ShadowRoot | Element;

export type FieldElement = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const CONTROLS = 'input,select,textarea';

/** Every control below `root` in tree order, through shadow roots. */
export function listControls(root: SearchRoot, openShadowRoot?: OpenShadowRoot): FieldElement[] {
  const hosts = listShadowRoots(root, openShadowRoot);
  const found = [...root.querySelectorAll<FieldElement>(CONTROLS)];
  for (const shadow of hosts) found.push(...listControls(shadow, openShadowRoot));
  return found;
}

/** The shadow roots whose hosts stand directly in `root`, not those nested deeper. */
export function listShadowRoots(root: SearchRoot, openShadowRoot?: OpenShadowRoot): ShadowRoot[] {
  const found: ShadowRoot[] = [];
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    const shadow = element.shadowRoot ?? openClosedRoot(element, openShadowRoot);
    if (shadow) found.push(shadow);
  }
  return found;
}

// Asking the platform is slow; a closed root is nearly always that of a custom element.
function openClosedRoot(element: HTMLElement, openShadowRoot?: OpenShadowRoot): ShadowRoot | null {
  return openShadowRoot && element.localName.includes('-') ? openShadowRoot(element) : null;
}
