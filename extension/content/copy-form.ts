import { readRoot } from '../detect/call-own.ts';
import { collectFields, createFieldIndex } from '../detect/collect-fields.ts';
import type { FieldElement, OpenShadowRoot } from '../detect/walk-roots.ts';
import type { CopiedPage } from '../messages/why-map.ts';

const MOST_PARTS = 4000;
const LONGEST_TEXT = 120;
const MOST_OPTIONS = 60;
/** Elements that say how a form is built; any other is copied as a box. */
const STRUCTURE =
  /^(?:form|fieldset|legend|label|h[1-6]|p|span|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|th|td|section)$/;
const DROPPED =
  /^(?:script|style|noscript|template|iframe|frame|object|embed|img|picture|svg|canvas|video|audio|link|meta|head|button|map|math)$/;
const ATTRIBUTES = [
  ...['id', 'name', 'for', 'type', 'autocomplete', 'placeholder', 'title', 'aria-label', 'aria-labelledby'],
  ...['maxlength', 'size', 'pattern', 'inputmode', 'required', 'disabled', 'readonly', 'multiple'],
];

/**
 * The structure of a page with the texts that stand in it, and with nothing that a person typed or chose: no values,
 * no choices, no scripts, no addresses. Its words are looked over elsewhere before anybody gets them.
 */
export function copyForm(document: Document, openShadowRoot?: OpenShadowRoot): CopiedPage {
  const { fields, elements } = collectFields(document, createFieldIndex(), openShadowRoot);
  const orders = new Map<Element, number>();
  for (const { key, order } of fields) {
    const element = elements.get(key);
    if (element) orders.set(element, order);
  }
  const page: CopiedPage = { language: readRoot(document, 'documentElement').lang.slice(0, 40), parts: [] };
  copyChildren(readRoot(document, 'body'), page.parts, { orders, openShadowRoot });
  return page;
}

interface Known {
  orders: ReadonlyMap<Element, number>;
  openShadowRoot: OpenShadowRoot | undefined;
}

function copyChildren(parent: Node, parts: CopiedPage['parts'], known: Known): void {
  for (const node of parent.childNodes) {
    if (parts.length >= MOST_PARTS) return;
    if (node instanceof Element) copyElement(node, parts, known);
    else if (node.nodeType === Node.TEXT_NODE) {
      const text = (node.nodeValue ?? '').replace(/\s+/g, ' ').trim();
      if (text !== '' && text.length <= LONGEST_TEXT) parts.push(text);
    }
  }
}

function copyElement(element: Element, parts: CopiedPage['parts'], known: Known): void {
  const tag = element.localName;
  if (DROPPED.test(tag) || element.ariaHidden === 'true') return;
  const order = known.orders.get(element) ?? null;
  if (order !== null) {
    parts.push({ tag, order, attributes: readAttributes(element) });
    copyOptions(element as FieldElement, parts);
    parts.push(null);
    return;
  }
  if (/^(?:input|select|textarea|option)$/.test(tag)) return;
  const begun = parts.length;
  parts.push({ tag: STRUCTURE.test(tag) ? tag : 'div', order, attributes: readAttributes(element) });
  const shadow = element.shadowRoot ?? openRoot(element, known.openShadowRoot);
  if (shadow) copyChildren(shadow, parts, known);
  copyChildren(element, parts, known);
  // A box without a word or a control says nothing.
  if (parts.length === begun + 1) parts.pop();
  else parts.push(null);
}

function openRoot(element: Element, openShadowRoot: OpenShadowRoot | undefined): ShadowRoot | null {
  const custom = element instanceof HTMLElement && element.localName.includes('-');
  return custom ? (openShadowRoot?.(element) ?? null) : null;
}

function readAttributes(element: Element): [string, string][] {
  const attributes = ATTRIBUTES.flatMap((name): [string, string][] => {
    const value = element.getAttribute(name);
    return value === null ? [] : [[name, value.slice(0, 160)]];
  });
  return element.checkVisibility({ visibilityProperty: true }) ? attributes : [...attributes, ['hidden', '']];
}

function copyOptions(control: FieldElement, parts: CopiedPage['parts']): void {
  if (!(control instanceof HTMLSelectElement)) return;
  for (const option of [...control.options].slice(0, MOST_OPTIONS)) {
    parts.push({ tag: 'option', order: null, attributes: [['value', option.value.slice(0, 60)]] });
    parts.push(option.text.trim().slice(0, 60), null);
  }
}
