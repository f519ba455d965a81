import { callOwn } from './call-own.ts';
import type { Root } from './sight-lens.ts';
import {
  FIELD_SELECTOR,
  type FieldElement,
  findShadowRoot,
  isBefore,
  isCustom,
  listLikelyHosts,
  mergeByPlace,
  type OpenShadowRoot,
  walkElements,
} from './walk-roots.ts';

interface KnownRoot {
  /** In tree order; null: to be listed again. */
  controls: FieldElement[] | null;
  hosts: Map<HTMLElement, ShadowRoot>;
}

/** A page with more custom elements than this has its later shadow roots found when it is asked, not before. */
const MOST_LATE_HOSTS = 500;

/** The document and its shadow roots, however deep, as they come and go. */
export class LiveRoots {
  readonly #document: Document;
  #onRoot: (root: Root) => void = () => undefined;
  readonly #openShadowRoot: OpenShadowRoot | undefined;
  readonly #known = new Map<Root, KnownRoot>();
  #late: WeakRef<HTMLElement>[] = [];

  constructor(document: Document, openShadowRoot?: OpenShadowRoot) {
    this.#document = document;
    this.#openShadowRoot = openShadowRoot;
    this.#meet(document);
  }

  /** Each root is given to `onRoot`, those that come later when they are met; whoever watched before does no more. */
  watch(onRoot: (root: Root) => void): void {
    this.#onRoot = onRoot;
    for (const root of this.roots()) onRoot(root);
  }

  roots(): Root[] {
    return [...this.#known.keys()];
  }

  /** Custom elements without a shadow root wait: one that comes later makes no mutation. */
  hasLate(): boolean {
    return this.#late.length > 0;
  }

  /** All controls in the order of the page, listed anew. */
  listControls(): FieldElement[] {
    for (const entry of this.#known.values()) entry.controls = null;
    return [...this.#listDeep(this.#document)];
  }

  /** The controls that stand directly in the root of `node`, in tree order, as last listed. */
  listBeside(node: Node): readonly FieldElement[] {
    return this.#known.get(node.getRootNode() as Root)?.controls ?? [];
  }

  /** Looks for shadow roots in an element that was added; says whether there were any. */
  add(element: Element): boolean {
    const before = this.#known.size;
    this.#look(element as HTMLElement);
    if (element.firstElementChild) for (const one of listLikelyHosts(element)) this.#look(one);
    return this.#known.size > before;
  }

  /** Lets go of roots whose hosts are gone; says whether there were any. */
  prune(): boolean {
    const before = this.#known.size;
    for (const { hosts } of this.#known.values()) {
      for (const [host, shadow] of hosts) {
        if (host.isConnected) continue;
        hosts.delete(host);
        this.#known.delete(shadow);
      }
    }
    return this.#known.size < before;
  }

  /** Looks again at custom elements that had no shadow root; says whether one has come. */
  findLate(): boolean {
    const before = this.#known.size;
    const waiting = this.#late;
    this.#late = [];
    for (const reference of waiting) {
      const element = reference.deref();
      if (element?.isConnected) this.#look(element);
    }
    return this.#known.size > before;
  }

  /** Looks for shadow roots everywhere; at other times only where they are likely. */
  search(): void {
    this.#late = [];
    for (const root of this.roots()) for (const element of walkElements(root)) this.#look(element);
  }

  #meet(root: Root): void {
    this.#known.set(root, { controls: null, hosts: new Map() });
    this.#onRoot(root);
    for (const element of listLikelyHosts(root)) this.#look(element);
  }

  #look(element: HTMLElement): void {
    // It has no shadow root, and controls of it may be called so.
    if (element instanceof HTMLFormElement) return;
    const shadow = findShadowRoot(element, this.#openShadowRoot);
    if (shadow) {
      const above = this.#known.get(element.getRootNode() as Root);
      if (!above || above.hosts.get(element) === shadow) return;
      above.hosts.set(element, shadow);
      this.#meet(shadow);
    } else if (isCustom(element) && this.#late.length < MOST_LATE_HOSTS) {
      this.#late.push(new WeakRef(element));
    }
  }

  #listDeep(root: Root): readonly FieldElement[] {
    const entry = this.#known.get(root);
    if (!entry) return [];
    entry.controls ??= [...callOwn(root, 'querySelectorAll', FIELD_SELECTOR)] as FieldElement[];
    if (entry.hosts.size === 0) return entry.controls;
    const hosts = [...entry.hosts].filter(([host]) => host.isConnected);
    hosts.sort(([one], [other]) => (isBefore(one, other) ? -1 : 1));
    return mergeByPlace(
      entry.controls,
      hosts.map(([host, shadow]) => ({ host, list: () => this.#listDeep(shadow) })),
    );
  }
}
