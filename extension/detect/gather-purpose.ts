import { callOwn, readRoot } from './call-own.ts';
import type { FieldToken } from './field-description.ts';
import { foldIdentifier, foldText } from './fold-text.ts';
import { SHOWN_SUM, TOTAL } from './order-words.ts';
import type { OtherControl, PurposeEvidence } from './purpose-evidence.ts';
import { holdsNode, isSelected, parentOf, previousOf, readOwn, treeOf } from './read-own.ts';
import { type FieldElement, isNative } from './walk-roots.ts';

const BUTTON = 'button,input[type=submit],[role=button]';
const HEADING = 'h1,h2,h3,h4,legend,[role=heading]';
const CONTROL =
  'input:not([type=hidden],[type=submit],[type=button],[type=reset],[type=image],[type=checkbox],[type=radio]),select,textarea';
const CHOICE = 'input[type=radio],input[type=checkbox]';
const CART = 'a[href*=cart i],a[href*=basket i],a[href*=checkout i],a[href*=warenkorb i],a[href*=panier i]';
const FARTHEST_BOX = 8;
const FEWEST_CONTROLS = 3;
const MOST_TEXTS = 12;
const MOST_CONTROLS = 80;
const MOST_NODES = 3000;
const LONGEST_TEXT = 80;
const LONGEST_TITLE = 300;

/** What the page's controls ask for of ours. */
export type AskedFields = ReadonlyMap<FieldElement, FieldToken>;

/** What `form` and its page show of what it is for. */
export function gatherPurpose(form: Element, asked: AskedFields): PurposeEvidence {
  const document = form.ownerDocument;
  const controls = list(form, CONTROL).slice(0, MOST_CONTROLS) as FieldElement[];
  const named = [...asked].filter(([control]) => isOf(form, control));
  return {
    ...readTexts(form),
    title: foldText(readRoot(document, 'title').slice(0, LONGEST_TITLE)),
    path: foldIdentifier(decodePath(readRoot(document, 'URL'))),
    tokens: named.map(([, token]) => token),
    named: named.map(([control]) => nameControl(control)).join(' . '),
    others: controls.filter(control => !asked.has(control) && isSeen(control)).map(describeOther),
    choices: list(form, CHOICE).slice(0, MOST_CONTROLS).map(nameControl),
    ...countSums(document),
    carts: list(readRoot(document, 'documentElement'), CART).length,
    passwords: list(form, 'input[type=password]').length,
    files: list(form, 'input[type=file]').length,
    framed: self !== top,
  };
}

/**
 * The form of a control; without one the smallest box that has a button and some fields, or all of the page. `boxes`
 * keeps what was found from each box on the way up: pages have thousands of controls without a form.
 */
export function findForm(control: FieldElement, boxes: Map<Element, Element>): Element {
  const form = findOwnForm(control);
  if (form) return form;
  const passed: Element[] = [];
  let box: Element | null = control;
  for (; box && passed.length < FARTHEST_BOX && !boxes.has(box) && !isWhole(box); box = boxAround(box))
    passed.push(box);
  const whole = box && (boxes.get(box) ?? (passed.length < FARTHEST_BOX ? box : null));
  const found = whole ?? readRoot(control.ownerDocument, 'documentElement');
  for (const one of passed) boxes.set(one, found);
  return found;
}

// A form that a table broke open holds none of its controls.
function findOwnForm(control: FieldElement): Element | null {
  const form = isNative(control) ? control.form : null;
  return form && holdsNode(form, control) ? form : null;
}

function isOf(form: Element, control: FieldElement): boolean {
  const own = findOwnForm(control);
  if (own || isSelected(form, 'form')) return own === form;
  for (let one: Element | null = control; one; one = hostOf(one)) if (holdsNode(form, one)) return true;
  return false;
}

function isWhole(box: Element): boolean {
  return list(box, BUTTON).length > 0 && list(box, CONTROL).length >= FEWEST_CONTROLS;
}

function boxAround(element: Element): Element | null {
  return parentOf(element) ?? hostOf(element);
}

/** The element whose shadow root an element stands in. */
function hostOf(element: Element): Element | null {
  const tree = treeOf(element);
  return tree instanceof ShadowRoot ? tree.host : null;
}

/** The last heading that begins before an element, in its tree or in one around it. */
export function findHeading(element: Element): Element | null {
  const isBefore = (heading: Element): boolean =>
    (callOwn(heading, 'compareDocumentPosition', element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const tree = treeOf(element) as Document | ShadowRoot;
  const heading = [...callOwn(tree, 'querySelectorAll', HEADING)].findLast(isBefore);
  const host = hostOf(element);
  return heading ?? (host && findHeading(host));
}

type FormTexts = Pick<PurposeEvidence, 'headings' | 'buttons' | 'around' | 'formName'>;

function readTexts(form: Element): FormTexts {
  const before = findHeading(form);
  const own = list(form, HEADING)
    .slice(0, MOST_TEXTS)
    .filter(one => one !== before);
  const all = list(readRoot(form.ownerDocument, 'documentElement'), `${HEADING},ol li,nav li`);
  const around = all.filter(one => one !== before && !holdsNode(form, one)).slice(0, 5 * MOST_TEXTS);
  return {
    headings: foldEach([before, ...own]),
    buttons: foldEach(list(form, BUTTON).slice(0, MOST_TEXTS)),
    around: foldTexts(around.map(readSaid)),
    formName: foldIdentifier(
      ['id', 'name', 'action']
        .map(name => callOwn(form, 'getAttribute', name) ?? '')
        .join(' ')
        .slice(0, 2 * LONGEST_TEXT),
    ),
  };
}

function countSums(document: Document): Pick<PurposeEvidence, 'sums' | 'totals'> {
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

function describeOther(control: Element): OtherControl {
  return { type: (control as HTMLInputElement).type, said: nameControl(control) };
}

/** What a control is called by its label and by its makers. */
function nameControl(control: Element): string {
  const { labels, name = '', id } = control as HTMLInputElement;
  const attribute = (one: string): string => callOwn(control, 'getAttribute', one) ?? '';
  const label =
    [...(labels ?? [])].map(readSaid).join(' ') || attribute('aria-label') || attribute('placeholder');
  const said = label || readSaid(previousOf(control)) || readSaid(previousOf(parentOf(control) ?? control));
  return foldTexts([said]) + foldIdentifier(`${name} ${id}`);
}

function isSeen(control: Element): boolean {
  return callOwn(control, 'checkVisibility', { visibilityProperty: true });
}

function foldEach(elements: readonly (Element | null)[]): string[] {
  const texts = elements.map(readSaid).filter(text => text !== '' && text.length <= LONGEST_TEXT);
  return texts.map(text => foldText(text));
}

function foldTexts(texts: readonly string[]): string {
  return foldText(texts.filter(text => text.length <= LONGEST_TEXT).join(' . '));
}

export function readSaid(element: Element | null): string {
  if (!element) return '';
  const value = element instanceof HTMLInputElement ? element.value : readOwn(element, 'textContent');
  return (value ?? '').replace(/\s+/g, ' ').trim();
}

function list(box: Element, selector: string): Element[] {
  return [...readOwn(box, 'querySelectorAll').call(box, selector)];
}

function decodePath(address: string): string {
  const path = URL.parse(address)?.pathname ?? '';
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
