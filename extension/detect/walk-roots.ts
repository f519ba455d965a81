import { callOwn } from './call-own.ts';

/** Gives the shadow root of a host, closed ones too where the platform allows it. */
export type OpenShadowRoot = (host: HTMLElement) => ShadowRoot | null;

export type SearchRoot = Document | ShadowRoot | Element;

export type NativeField = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** A control, or an element of the page's own that opens a list as one would (ARIA combobox). */
export type FieldElement = NativeField | HTMLElement;

export function isNative(element: Element): element is NativeField {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement
  );
}

/** Types of inputs that take neither text nor a choice. */
export const NEVER_TEXT = [
  ...['hidden', 'submit', 'button', 'reset', 'image', 'file', 'checkbox', 'radio', 'range', 'color'],
];

/** Lists of the page's own, with the role, without it, and such as keep their choice in a hidden input. */
export const LISTS = '[role=combobox],[tabindex="0"]:is([role=listbox][aria-expanded],:has(>[type=hidden]))';

/** What opens a list and cannot be reached by keyboard is a part of another control. */
export const FIELD_SELECTOR = `input,select,textarea,:is(${LISTS},[aria-haspopup=listbox]:not([tabindex="-1"])):not(input,select)`;

const CUSTOM_BELOW = './/*[contains(local-name(), "-")]';

/** Elements of the platform's own that may have a shadow root, as far as pages give them one. */
const PLAIN_HOSTS = new Set([
  'div',
  'span',
  'section',
  'article',
  'main',
  'p',
  'header',
  'footer',
  'aside',
  'nav',
]);

/** Every control below `root` in the order of the page, through shadow roots. */
export function listControls(root: SearchRoot, openShadowRoot?: OpenShadowRoot): FieldElement[] {
  const inside = listHosts(root, openShadowRoot).map(([host, shadow]) => ({
    host,
    list: () => listControls(shadow, openShadowRoot),
  }));
  return mergeByPlace([...callOwn(root, 'querySelectorAll', FIELD_SELECTOR)] as FieldElement[], inside);
}

/** Puts the controls of shadow roots where their hosts stand; both lists in tree order. */
export function mergeByPlace(
  controls: readonly FieldElement[],
  inside: readonly { host: Element; list(): readonly FieldElement[] }[],
): FieldElement[] {
  const merged: FieldElement[] = [];
  let at = 0;
  for (const { host, list } of inside) {
    for (let one = controls[at]; one && isBefore(one, host); one = controls[++at]) merged.push(one);
    merged.push(...list());
  }
  merged.push(...controls.slice(at));
  return merged;
}

export function isBefore(one: Node, other: Node): boolean {
  return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** Hosts below `root` in tree order, each with its shadow root. */
function listHosts(root: SearchRoot, openShadowRoot?: OpenShadowRoot): [HTMLElement, ShadowRoot][] {
  const found: [HTMLElement, ShadowRoot][] = [];
  for (const element of walkElements(root)) {
    const shadow = findShadowRoot(element, openShadowRoot);
    if (shadow) found.push([element, shadow]);
  }
  return found;
}

/** Every element below `root`. A walker costs a tenth of a list of all elements. */
export function* walkElements(root: SearchRoot): Generator<HTMLElement> {
  const walker = callOwn(document, 'createTreeWalker', root, NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) yield node as HTMLElement;
}

/** Where nearly all shadow roots are: custom elements, and boxes that are empty but for one. */
export function listLikelyHosts(root: SearchRoot): HTMLElement[] {
  if (root instanceof ShadowRoot) return [...walkElements(root)];
  const found = callOwn(
    ...([document, 'evaluate', CUSTOM_BELOW, root, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE] as const),
  );
  const hosts: HTMLElement[] = [];
  for (let at = 0; at < found.snapshotLength; at++) hosts.push(found.snapshotItem(at) as HTMLElement);
  return hosts.concat(...(callOwn(root, 'querySelectorAll', 'div:empty') as NodeListOf<HTMLElement>));
}

/** The shadow root of one element, open or closed. */
export function findShadowRoot(element: HTMLElement, openShadowRoot?: OpenShadowRoot): ShadowRoot | null {
  if (element.shadowRoot || !openShadowRoot || !mayHostClosed(element)) return element.shadowRoot;
  return openShadowRoot(element);
}

// Asking the platform is slow. A closed root is nearly always a custom element's, or else that of an empty box.
function mayHostClosed(element: HTMLElement): boolean {
  if (isCustom(element)) return true;
  return element.firstChild === null && PLAIN_HOSTS.has(element.localName);
}

/** Whether it is a custom element: it may get a shadow root at any time, and no mutation tells of it. */
export function isCustom(element: Element): boolean {
  return element.localName.includes('-');
}
