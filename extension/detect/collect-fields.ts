import type { FieldDescription, FieldOption } from './field-description.ts';
import { isFace, isSeen } from './find-face.ts';
import { type Glance, takeGlance } from './glance.ts';
import { type HeadingIndex, headingsOf, readHeadingBefore } from './heading-index.ts';
import { parentOf, readOwn } from './read-own.ts';
import { readTexts } from './read-texts.ts';
import {
  type FieldElement,
  isNative,
  listControls,
  NEVER_TEXT,
  type OpenShadowRoot,
  type SearchRoot,
} from './walk-roots.ts';

const MOST_OPTIONS = 30;
const MOST_SECTIONS = 3;
const MOST_LETTERS = 10_000;
/** Parts of telephones, postcodes and dates are as wide at most. */
const WIDEST_PART = 6;

/** Gives each element one key for as long as the index lives, without keeping the element alive. */
export interface FieldIndex {
  keyOf(element: Element): string;
}

export interface CollectedFields {
  fields: FieldDescription[];
  elements: ReadonlyMap<string, FieldElement>;
}

export function createFieldIndex(): FieldIndex {
  const keys = new WeakMap<Element, string>();
  let last = 0;
  return {
    keyOf(element) {
      const known = keys.get(element);
      if (known) return known;
      const key = `f${++last}`;
      keys.set(element, key);
      return key;
    },
  };
}

/** Describes every control below `root` that takes text or a choice. Nothing a person typed is read. */
export function collectFields(
  root: SearchRoot,
  index: FieldIndex,
  openShadowRoot?: OpenShadowRoot,
): CollectedFields {
  const elements = new Map<string, FieldElement>();
  const forms = new Map<Node, number>();
  const glance = takeGlance();
  const fields: FieldDescription[] = [];
  for (const element of listControls(root, openShadowRoot)) {
    if (!takesValue(element)) continue;
    const key = index.keyOf(element);
    elements.set(key, element);
    fields.push(describeField(element, key, glance, numberForm(element, forms), fields.length));
  }
  return { fields: fields.map((field, at) => dropNextLabels(field, fields[at + 1])), elements };
}

/** Without the texts behind a control that name the next one: they are not its own. */
export function dropNextLabels(
  field: FieldDescription,
  next: FieldDescription | undefined,
): FieldDescription {
  const isNext = (text: string) => next?.texts.some(other => other.text === text) ?? false;
  const texts = field.texts.filter(one => one.source !== 'after' || !isNext(one.text));
  return texts.length === field.texts.length ? field : { ...field, texts };
}

/** Whether a control takes text or a choice; buttons, ticks, files and what a widget draws its signs with do not. */
export function takesValue(element: FieldElement): boolean {
  return isNative(element)
    ? !NEVER_TEXT.includes(element.type) && element.getAttribute('role') !== 'presentation'
    : !isFace(element);
}

/** The number of the form that a control is of, counted in `forms`; those without one share their root's. */
export function numberForm(element: FieldElement, forms: Map<Node, number>): number {
  const owner = (isNative(element) ? element.form : element.closest('form')) ?? element.getRootNode();
  const form = forms.get(owner) ?? forms.size;
  forms.set(owner, form);
  return form;
}

/** Describes one control; `form` and `order` are its place among the others. */
export function describeField(
  element: FieldElement,
  key: string,
  glance: Glance,
  form = 0,
  order = 0,
): FieldDescription {
  const text = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element : null;
  return {
    key,
    tag: element instanceof HTMLTextAreaElement ? 'textarea' : text ? 'input' : 'select',
    type: text?.type ?? 'select',
    name: readName(element),
    id: element.id,
    autocomplete: element.getAttribute('autocomplete') ?? '',
    inputMode: element.inputMode,
    pattern: element.getAttribute('pattern') ?? '',
    ...readLimit(text),
    texts: readTexts(element, glance.labels),
    ...readOptions(element),
    sections: readSections(element, glance.headings),
    form,
    order,
    visible: isSeen(element, glance.shades),
    writable: isWritable(element),
  };
}

// Older pages say what they take by how wide they are.
function readLimit(
  text: HTMLInputElement | HTMLTextAreaElement | null,
): Pick<FieldDescription, 'maxLength' | 'takesMore'> {
  const limit = text?.maxLength ?? 0;
  if (limit > 0) return { maxLength: limit < MOST_LETTERS ? limit : null };
  const size = Number(text?.getAttribute('size'));
  return size > 1 && size <= WIDEST_PART ? { maxLength: size, takesMore: true } : { maxLength: null };
}

/** Whether the page lets a person change the control. */
export function isWritable(element: FieldElement): boolean {
  if (!isNative(element)) return element.getAttribute('aria-disabled') !== 'true';
  // What opens a list takes choices where it is closed to typing.
  const isClosed = 'readOnly' in element && element.readOnly;
  return !element.disabled && (!isClosed || element.ariaHasPopup === 'listbox');
}

// Frameworks leave `name` empty and say the same in an attribute of their own.
function readName(element: FieldElement): string {
  return (
    (isNative(element) && element.name) ||
    element.getAttribute('formcontrolname') ||
    element.getAttribute('ng-model') ||
    element.getAttribute('data-field') ||
    element.getAttribute('data-testid') ||
    ''
  );
}

function readOptions(element: FieldElement): { options: FieldOption[]; optionCount: number } {
  const list =
    element instanceof HTMLSelectElement
      ? element
      : element instanceof HTMLInputElement
        ? element.list
        : null;
  if (!list) return { options: [], optionCount: 0 };
  const all = list.options;
  const options: FieldOption[] = [];
  for (let at = 0; at < all.length && at < MOST_OPTIONS; at++) {
    const one = all[at];
    if (one)
      options.push({ value: one.value.slice(0, 60), text: (one.textContent ?? '').trim().slice(0, 60) });
  }
  return { options, optionCount: all.length };
}

// Headings above the control, climbing.
function readSections(element: Element, index: HeadingIndex): string[] {
  const headings = headingsOf(element, index);
  const found: string[] = [];
  let branch: Element = element;
  for (let depth = 0; depth < 12 && found.length < MOST_SECTIONS; depth++) {
    const parent = parentOf(branch);
    if (!parent) break;
    const heading = headings.around.has(parent) && readHeadingBefore(branch, headings);
    if (heading) found.push(heading);
    const formId = parent instanceof HTMLFormElement ? readOwn(parent, 'id') : '';
    if (formId) found.push(formId);
    branch = parent;
  }
  return found;
}
