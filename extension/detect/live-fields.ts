import { callOwn } from './call-own.ts';
import {
  type CollectedFields,
  describeField,
  dropNextLabels,
  type FieldIndex,
  numberForm,
  takesValue,
} from './collect-fields.ts';
import type { FieldDescription } from './field-description.ts';
import { findTouched } from './find-touched.ts';
import { type Glance, takeGlance } from './glance.ts';
import type { HeadingIndex } from './heading-index.ts';
import { LabelIndex } from './label-index.ts';
import type { LiveRoots } from './live-roots.ts';
import { isSelected } from './read-own.ts';
import type { Root } from './sight-lens.ts';
import { FIELD_SELECTOR, type FieldElement } from './walk-roots.ts';

/** What describes or shows a control. */
const ATTRIBUTES = [
  ...[
    'hidden',
    'class',
    'style',
    'disabled',
    'type',
    'aria-hidden',
    'open',
    'inert',
    'readonly',
    'for',
    'id',
  ],
  ...[
    'name',
    'placeholder',
    'title',
    'aria-label',
    'aria-labelledby',
    'autocomplete',
    'maxlength',
    'pattern',
  ],
];
/** More records than this between two looks are not told apart: all is looked at again. */
const MOST_RECORDS = 1000;

/**
 * The controls of a page as they are now. A change costs what it touches: only the controls inside or beside it are
 * described again, and while a page has none its texts and attributes are not even watched.
 */
export class LiveFields {
  readonly #index: FieldIndex;
  readonly #labels = new LabelIndex();
  readonly #headings: HeadingIndex = new Map();
  readonly #observer: MutationObserver;
  readonly #roots: LiveRoots;
  readonly #described = new WeakMap<FieldElement, FieldDescription>();
  /** The same without the label of the next control, where one stands behind it. */
  readonly #trimmed = new WeakMap<FieldDescription, FieldDescription>();
  readonly #dirty = new Set<FieldElement>();
  /** Changed places since the last look. */
  readonly #places = new Set<Node>();
  #recordCount = 0;
  /** What the next look has to do beside the places. */
  #due = { all: false, list: true, search: false, prune: false };
  #watchesTexts = false;
  #controls: FieldElement[] = [];
  #collected: CollectedFields | null = null;

  /** `onChange` is called after changes that can matter, many times. */
  constructor(roots: LiveRoots, index: FieldIndex, onChange: () => void) {
    this.#index = index;
    this.#roots = roots;
    this.#observer = new MutationObserver(records => {
      if (this.#note(records)) onChange();
    });
    roots.watch(root => this.#observe(root));
  }

  /** Looks at all that changed. Gives the same object as before where nothing did. */
  read(): CollectedFields {
    this.advance(() => true);
    this.#collected ??= this.#collect();
    return this.#collected;
  }

  /** Looks at some of what changed, as long as `hasTime`; says whether all is done. */
  advance(hasTime: () => boolean): boolean {
    this.#settle();
    const glance = takeGlance(this.#labels, this.#headings);
    for (const control of this.#dirty) {
      if (!hasTime()) return false;
      this.#dirty.delete(control);
      this.#describe(control, glance);
    }
    return true;
  }

  /** The next look is at everything: style sheets and late shadow roots change a page without any mutation. */
  refresh(): void {
    this.search();
    this.#due.all = true;
  }

  /** Shadow roots that came late are looked for, and no control is looked at for that. */
  search(): void {
    this.#due = { ...this.#due, list: true, search: true, prune: true };
  }

  /** The control of this key is looked at again, whatever did or did not change. */
  touch(key: string): void {
    const control = this.#collected?.elements.get(key);
    if (control) this.#dirty.add(control);
  }

  /** The document and its shadow roots, as last looked for. */
  roots(): Root[] {
    return this.#roots.roots();
  }

  stop(): void {
    this.#observer.disconnect();
  }

  #observe(root: Node): void {
    const texts = { characterData: true, attributes: true, attributeFilter: ATTRIBUTES };
    this.#observer.observe(root, { subtree: true, childList: true, ...(this.#watchesTexts && texts) });
  }

  /** Takes down what changed; says whether it can matter. */
  #note(records: readonly MutationRecord[]): boolean {
    let matters = this.#watchesTexts || this.#roots.hasLate();
    if (records.some(namesLabels)) this.#labels.forget();
    if (records.length > 0) this.#headings.clear();
    for (const record of records) {
      if (this.#recordCount++ > MOST_RECORDS) {
        this.refresh();
        return true;
      }
      if (record.type === 'childList' && this.#noteNodes(record)) matters = true;
      if (this.#watchesTexts) this.#places.add(record.target);
    }
    return matters;
  }

  #noteNodes({ addedNodes, removedNodes }: MutationRecord): boolean {
    let found = false;
    for (const node of addedNodes) {
      if (node instanceof Element && (this.#roots.add(node) || holdsControls(node))) found = true;
    }
    for (const node of removedNodes) {
      if (!(node instanceof Element)) continue;
      this.#due.prune = true;
      if (holdsControls(node)) found = true;
    }
    this.#due.list ||= found;
    return found;
  }

  #settle(): void {
    this.#note(this.#observer.takeRecords());
    if (this.#due.search) this.#roots.search();
    const late = this.#roots.findLate();
    const pruned = this.#due.prune && this.#roots.prune();
    if (this.#due.list || late || pruned) this.#list();
    const touched = this.#due.all ? this.#controls : this.#findTouched();
    for (const control of touched) this.#dirty.add(control);
    this.#places.clear();
    this.#recordCount = 0;
    this.#due = { all: false, list: false, search: false, prune: false };
  }

  #findTouched(): FieldElement[] {
    return [...this.#places].flatMap(place => findTouched(place, this.#roots.listBeside(place)));
  }

  #list(): void {
    this.#collected = null;
    this.#controls = this.#roots.listControls().filter(takesValue);
    for (const control of this.#controls) if (!this.#described.has(control)) this.#dirty.add(control);
    if (this.#watchesTexts || this.#controls.length === 0) return;
    this.#watchesTexts = true;
    for (const root of this.#roots.roots()) this.#observe(root);
  }

  // A description that says the same stays the same object: whoever made something of it need not do so again.
  #describe(control: FieldElement, glance: Glance): void {
    if (!control.isConnected) return;
    const known = this.#described.get(control);
    const fresh = describeField(control, this.#index.keyOf(control), glance, known?.form, known?.order);
    if (known && JSON.stringify(known) === JSON.stringify(fresh)) return;
    this.#described.set(control, fresh);
    this.#collected = null;
  }

  #collect(): CollectedFields {
    const forms = new Map<Node, number>();
    const elements = new Map<string, FieldElement>();
    const fields: FieldDescription[] = [];
    for (const control of this.#controls) {
      const known = this.#described.get(control);
      if (!known) continue;
      const form = numberForm(control, forms);
      const order = fields.length;
      const placed = known.form === form && known.order === order ? known : { ...known, form, order };
      this.#described.set(control, placed);
      elements.set(placed.key, control);
      fields.push(placed);
    }
    return { fields: fields.map((field, at) => this.#dropNextLabels(field, fields[at + 1])), elements };
  }

  #dropNextLabels(field: FieldDescription, next: FieldDescription | undefined): FieldDescription {
    const trimmed = dropNextLabels(field, next);
    if (trimmed === field) return field;
    const known = this.#trimmed.get(field);
    if (known?.texts.length === trimmed.texts.length) return known;
    this.#trimmed.set(field, trimmed);
    return trimmed;
  }
}

function namesLabels({ type, attributeName }: MutationRecord): boolean {
  return type === 'childList' || /^(?:for|id|type)$/.test(attributeName ?? '');
}

function holdsControls(element: Element): boolean {
  return isSelected(element, FIELD_SELECTOR) || callOwn(element, 'querySelector', FIELD_SELECTOR) !== null;
}
