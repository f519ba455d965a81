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

/**
 * `readOwn` of one property, for ways that are gone at each control: the platform's own getter, with no function of ours
 * around it that V8 would find hot on every page and compile once more beside the page's own work.
 */
function ownReader<K extends keyof HTMLElement>(name: K): (node: Node) => HTMLElement[K] {
  // Tests of pure parts load this where there is no page.
  const get = globalThis.HTMLElement && findDescriptor(HTMLElement.prototype, name).get;
  return Function.prototype.call.bind(get ?? Object);
}

function findDescriptor(prototype: object, name: string): PropertyDescriptor {
  const found = Object.getOwnPropertyDescriptor(prototype, name);
  return found ?? findDescriptor(Object.getPrototypeOf(prototype), name);
}

export const parentOf = ownReader('parentElement');

/** The slot that `element` is shown in. */
export const slotOf = ownReader('assignedSlot');

export const tagOf = ownReader('tagName');

export const nodesIn = ownReader('childNodes');

/** The document or shadow root that `node` stands in, or the uppermost node of what stands in none. */
export function treeOf(node: Node): Node {
  return Node.prototype.getRootNode.call(node);
}

/** The element in whose shadow root `node` stands. */
export function hostOf(node: Node): Element | null {
  const tree = treeOf(node);
  return tree instanceof ShadowRoot ? tree.host : null;
}

/** What `element` stands in, whatever slot it is shown in: its parent, or the host of its tree. */
export function boxAround(element: Element): Element | null {
  return parentOf(element) ?? hostOf(element);
}

/** What `selector` selects in `box`. */
export function listInside(box: Element, selector: string): Element[] {
  return [...readOwn(box, 'querySelectorAll').call(box, selector)];
}

export function boxOf(element: Element): DOMRect {
  return Element.prototype.getBoundingClientRect.call(element);
}

/** Whether `element` has a place among what is drawn, of whatever colour. */
export function isRendered(element: Element): boolean {
  return Element.prototype.checkVisibility.call(element);
}

/** Whether `inner` is `outer` or stands in it. */
export function holdsNode(outer: Node, inner: Node | null): boolean {
  return Node.prototype.contains.call(outer, inner);
}

/** Whether `node` is an element that `selector` selects. */
export function isSelected(node: Node | null | undefined, selector: string): boolean {
  return node instanceof Element && Element.prototype.matches.call(node, selector);
}

/** The element behind `element`. */
export const nextOf = ownReader('nextElementSibling');

/** The element before `element`. */
export const previousOf = ownReader('previousElementSibling');
