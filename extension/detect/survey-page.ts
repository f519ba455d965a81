import { callOwn } from './call-own.ts';
import { mayReach, measurePseudo } from './measure-paint.ts';
import { holdsNode } from './read-own.ts';
import { type DeafPart, isDeaf, type Root } from './sight-lens.ts';

/** What is drawn: choices of a list that is closed are not, and a list of countries has hundreds. */
const ELEMENTS = ':not(select:not([size],[multiple],:is(:open)) option)';

const [BEFORE, AFTER] = ['::before', '::after'] as const;

interface Styles {
  own: CSSStyleDeclaration;
  before: CSSStyleDeclaration;
  after: CSSStyleDeclaration;
}

/**
 * What covers may be among, for as long as the page cannot change: one turn of a script. Each element of the page is
 * looked at once, whatever number of fields is asked about.
 */
export class Survey {
  readonly #listRoots: () => Iterable<Root>;
  /** Styles say what is so now whenever they are asked; to be given one takes a quarter of a look. */
  readonly #styles = new Map<Element, Styles>();
  #reaching: Element[] = [];
  #deaf: DeafPart[] = [];
  #isTaken = false;

  constructor(listRoots: () => Iterable<Root>) {
    this.#listRoots = listRoots;
  }

  /** Elements that draw outside of their boxes, as far as their styles say so. */
  reaching(): readonly Element[] {
    this.#take();
    return this.#reaching;
  }

  /** What no hit test finds. */
  deaf(): readonly DeafPart[] {
    this.#take();
    return this.#deaf;
  }

  /** The page may have changed. */
  forget(): void {
    this.#isTaken = false;
  }

  #take(): void {
    if (this.#isTaken) return;
    [this.#isTaken, this.#reaching, this.#deaf] = [true, [], []];
    for (const root of this.#listRoots()) {
      let undrawn: Element | null = null;
      for (const element of callOwn(root, 'querySelectorAll', ELEMENTS)) {
        // Of what is not drawn at all each style would be worked out anew.
        if (undrawn && holdsNode(undrawn, element)) continue;
        undrawn = this.#lookAt(element) ? null : element;
      }
      // What a picture draws of another lets the pointer through where the other does, wherever that stands.
      for (const element of callOwn(root, 'querySelectorAll', 'use')) this.#addDeaf(element);
    }
  }

  /** Says whether it is drawn. */
  #lookAt(element: Element): boolean {
    const { own, before, after } = this.#stylesOf(element);
    if (own.display === 'none') return false;
    if (mayReach(own)) this.#reaching.push(element);
    if (isDeaf(own)) this.#addDeaf(element);
    if (measurePseudo(before, 0) > 0 && isDeaf(before)) this.#addDeaf(element, BEFORE);
    if (measurePseudo(after, 0) > 0 && isDeaf(after)) this.#addDeaf(element, AFTER);
    return true;
  }

  #stylesOf(element: Element): Styles {
    const known = this.#styles.get(element);
    if (known) return known;
    const [before, after] = [getComputedStyle(element, BEFORE), getComputedStyle(element, AFTER)];
    const styles = { own: getComputedStyle(element), before, after };
    this.#styles.set(element, styles);
    return styles;
  }

  #addDeaf(element: Element, pseudo = ''): void {
    this.#deaf.push({ element, pseudo });
  }
}
