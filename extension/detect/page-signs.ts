import { callOwn, readRoot } from './call-own.ts';
import { foldText } from './fold-text.ts';
import { SHOWN_SUM, TOTAL } from './order-words.ts';
import { hostOf, isSelected, listInside, treeOf } from './read-own.ts';
import type { Root } from './sight-lens.ts';
import { isBefore } from './walk-roots.ts';

export const HEADING = 'h1,h2,h3,h4,legend,[role=heading]';
const STEP = 'ol li,nav li';
const CART = 'a[href*=cart i],a[href*=basket i],a[href*=checkout i],a[href*=warenkorb i],a[href*=panier i]';
const MOST_NODES = 3000;
const LONGEST_TEXT = 80;
/** All that decides what is counted and listed here: no style and no value has a part in it. */
const DECIDING: MutationObserverInit = {
  ...{ subtree: true, childList: true, characterData: true },
  attributeFilter: ['role', 'href'],
};

interface CountedSigns {
  /** How many texts show a sum, and how many speak of a total. */
  sums: number;
  totals: number;
  /** Links to a cart. */
  carts: number;
  /** Headings of the document and names of its steps. */
  steps: readonly Element[];
}

/** What a page shows of an order beside its forms: counted once for as long as its tree and its texts stay as they are. */
export class PageSigns {
  readonly #document: Document;
  readonly #observer = new MutationObserver(() => this.#forget());
  readonly #headings = new Map<Root, readonly Element[]>();
  #counted: CountedSigns | null = null;

  constructor(document: Document) {
    this.#document = document;
  }

  count(): CountedSigns {
    this.#settle();
    this.#counted ??= this.#watch(this.#document, () => countSigns(this.#document));
    return this.#counted;
  }

  /** The last heading that begins before an element, in its tree or in one around it. */
  findHeading(element: Element): Element | null {
    this.#settle();
    const tree = treeOf(element) as Root;
    const headings = this.#headings.get(tree) ?? this.#watch(tree, () => listHeadings(tree));
    this.#headings.set(tree, headings);
    const host = hostOf(element);
    return findLastBefore(headings, element) ?? (host && this.findHeading(host));
  }

  #watch<T>(root: Root, read: () => T): T {
    this.#observer.observe(root, DECIDING);
    return read();
  }

  // What changed in this turn is told at its end.
  #settle(): void {
    if (this.#observer.takeRecords().length > 0) this.#forget();
  }

  // A page that changes all the time is not watched until it is asked about again.
  #forget(): void {
    this.#observer.disconnect();
    this.#headings.clear();
    this.#counted = null;
  }
}

function listHeadings(tree: Root): readonly Element[] {
  return [...callOwn(tree, 'querySelectorAll', HEADING)];
}

// They stand in the order of the tree: all before the last one are before the element too.
function findLastBefore(headings: readonly Element[], element: Element): Element | null {
  let [low, high] = [0, headings.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const heading = headings[middle];
    if (heading && isBefore(heading, element)) low = middle + 1;
    else high = middle;
  }
  return headings[low - 1] ?? null;
}

function countSigns(document: Document): CountedSigns {
  const whole = readRoot(document, 'documentElement');
  return {
    ...countSums(document),
    carts: listInside(whole, CART).length,
    steps: listInside(whole, `${HEADING},${STEP}`),
  };
}

function countSums(document: Document): Pick<CountedSigns, 'sums' | 'totals'> {
  const counted = { sums: 0, totals: 0 };
  const body = readRoot(document, 'body');
  if (!body) return counted;
  const walker = callOwn(document, 'createTreeWalker', body, NodeFilter.SHOW_TEXT);
  for (let seen = 0, node = walker.nextNode(); node && seen < MOST_NODES; seen++, node = walker.nextNode()) {
    const text = node.nodeValue?.trim() ?? '';
    if (text.length < 2 || text.length > LONGEST_TEXT) continue;
    if (isSelected(node.parentElement, 'script,style,noscript,template')) continue;
    if (SHOWN_SUM.test(text)) counted.sums++;
    if (TOTAL.test(foldText(text))) counted.totals++;
  }
  return counted;
}
