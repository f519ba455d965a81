import { rememberEach } from './remember-each.ts';

/**
 * A property as the platform has it. Controls shadow the properties of their form by their names, wherever in the page
 * they stand (HTML, `HTMLFormElement`: named properties go before built-in ones): what decides whether a person sees a
 * field, and each way upwards, must not be led astray by a control called `parentElement`. Methods come unbound.
 */
export function readOwn<K extends keyof HTMLElement>(node: Node, name: K): HTMLElement[K] {
  const { get, value } = describeOwn(name);
  return get ? get.call(node) : value;
}

// `Reflect.get` looks along all prototypes for each reading.
const describeOwn = rememberEach(name => findDescriptor(HTMLFormElement.prototype, name));

function findDescriptor(prototype: object, name: string): PropertyDescriptor {
  const found = Object.getOwnPropertyDescriptor(prototype, name);
  return found ?? findDescriptor(Object.getPrototypeOf(prototype), name);
}

export function parentOf(node: Node): HTMLElement | null {
  return readOwn(node, 'parentElement');
}

export function boxOf(element: Element): DOMRect {
  return readOwn(element, 'getBoundingClientRect').call(element);
}

/** Whether `inner` is `outer` or stands in it. */
export function holdsNode(outer: Node, inner: Node | null): boolean {
  return readOwn(outer, 'contains').call(outer, inner);
}

/** Whether `node` is an element that `selector` selects. */
export function isSelected(node: Node | null | undefined, selector: string): boolean {
  return node instanceof Element && readOwn(node, 'matches').call(node, selector);
}

/** The element behind `element`. */
export function nextOf(element: Element): Element | null {
  return readOwn(element, 'nextElementSibling');
}

/** The element before `element`. */
export function previousOf(element: Element): Element | null {
  return readOwn(element, 'previousElementSibling');
}
