import { callOwn } from '../detect/call-own.ts';
import { LiveRoots } from '../detect/live-roots.ts';
import { isSelected } from '../detect/read-own.ts';
import { NEVER_TEXT, type OpenShadowRoot } from '../detect/walk-roots.ts';

/** What takes text or a choice, each by itself: the engine has a short way to a name alone, and none for a list. */
const CONTROLS = [
  `input:not(${NEVER_TEXT.map(type => `[type=${type}]`).join()})`,
  ...['select', 'textarea', '[role=combobox]'],
];
const ANY_CONTROL = CONTROLS.join();
/** More records than this at once are not told apart: the page is searched. */
const MOST_RECORDS = 1000;
const PATIENCE_MS = 300;
const MOST_TRIES = 3;

/** Looks for the first control of a frame, and calls for detection once there is one. */
export class Lookout {
  readonly #document: Document;
  readonly #openShadowRoot: OpenShadowRoot;
  readonly #call: () => Promise<boolean>;
  readonly #observer = new MutationObserver(records => this.#note(records));
  #roots: LiveRoots | null = null;
  #state: 'looking' | 'calling' | 'relieved' = 'looking';
  #waits = false;

  /** `call` says whether detection has come. */
  constructor(document: Document, openShadowRoot: OpenShadowRoot, call: () => Promise<boolean>) {
    this.#document = document;
    this.#openShadowRoot = openShadowRoot;
    this.#call = call;
  }

  /** Looks now, and from now on at what is added. */
  look(): void {
    if (this.#state !== 'looking') return;
    if (holds(this.#document) || this.#findInShadow()) void this.#callOut();
    else this.#watch();
  }

  /** Whoever detects takes over what is known of the page; from here on nothing is looked for. */
  relieve(): LiveRoots {
    this.#state = 'relieved';
    this.#note(this.#observer.takeRecords());
    this.#observer.disconnect();
    return this.#listRoots();
  }

  async #callOut(): Promise<void> {
    this.#state = 'calling';
    // The background may die before it has done what it was asked for.
    for (let tried = 0; tried < MOST_TRIES; tried++) if (await this.#call()) return;
    if (this.#state !== 'calling') return;
    this.#state = 'looking';
    this.#watch();
  }

  #listRoots(): LiveRoots {
    this.#roots ??= new LiveRoots(this.#document, this.#openShadowRoot);
    return this.#roots;
  }

  #findInShadow(): boolean {
    return this.#listRoots()
      .roots()
      .some(root => root !== this.#document && holds(root));
  }

  #watch(): void {
    this.#listRoots().watch(root => this.#observer.observe(root, { subtree: true, childList: true }));
  }

  #note(records: readonly MutationRecord[]): void {
    const roots = this.#listRoots();
    const many = records.length > MOST_RECORDS;
    if (many) roots.search();
    const found = many || records.filter(record => this.#notice(record)).length > 0;
    if (this.#state !== 'looking') return;
    if (found) this.look();
    else if (roots.hasLate()) this.#lookLater();
  }

  #notice({ addedNodes }: MutationRecord): boolean {
    let found = false;
    for (const node of addedNodes) {
      if (!(node instanceof Element)) continue;
      if (this.#listRoots().add(node) || isSelected(node, ANY_CONTROL) || holds(node)) found = true;
    }
    return found;
  }

  // A shadow root that comes late makes no mutation.
  #lookLater(): void {
    if (this.#waits) return;
    this.#waits = true;
    requestIdleCallback(
      () => {
        this.#waits = false;
        if (this.#state === 'looking' && this.#listRoots().findLate()) this.look();
      },
      { timeout: PATIENCE_MS },
    );
  }
}

function holds(root: ParentNode): boolean {
  return CONTROLS.some(place => callOwn(root, 'querySelector', place) !== null);
}
