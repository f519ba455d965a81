import { callOwn, readRoot } from './call-own.ts';
import { foldIdentifier, foldText } from './fold-text.ts';
import { ORDER_WORDS, OTHER_PURPOSES, PARCEL_LETTER, WHOLE_LETTER } from './purposes.ts';
import { holdsNode, parentOf, readOwn } from './read-own.ts';
import { NEVER_ORDERS, NEWSLETTER, SERVICE_FIELDS, SERVICES, TRAVELLERS } from './service-purposes.ts';
import { type FieldElement, isNative } from './walk-roots.ts';

const BUTTON = 'button,input[type=submit],[role=button]';
const HEADING = 'h1,h2,h3,h4,legend,[role=heading]';
const TEXT_CONTROL =
  'input:not([type=hidden],[type=submit],[type=button],[type=image],[type=checkbox],[type=radio]),select,textarea';
/** A name perhaps, and a mail address. */
const MOST_OF_NEWSLETTER = 2;
const LONGEST_SUBSCRIPTION = 4;
const FARTHEST_BOX = 8;
const MOST_TEXTS = 12;
const MOST_LABELS = 60;
const LONGEST_TEXT = 80;

/**
 * Tells whether the form around a control says that it is for something else than an order, an address or a card: its
 * headings and buttons say what a person is about to do, which its fields alone do not. Words for an order, in the form,
 * in the page's title or in its address, count before most others. Each form is judged once, and who travels per control.
 */
export function createPurposeJudge(): (control: FieldElement) => boolean {
  const judged = new Map<Element, boolean>();
  return control => {
    const form = findForm(control);
    const known = judged.get(form) ?? isOfAnotherKind(form);
    judged.set(form, known);
    return known || namesTraveller(control, form);
  };
}

function isOfAnotherKind(form: Element): boolean {
  const said = readForm(form);
  const whole = said.before + said.headings + said.buttons;
  const page = readPage(form.ownerDocument);
  const named = page + readNames(form);
  if (NEVER_ORDERS.test(whole) || isOfTravellers(said, named)) return true;
  const controls = list(form, TEXT_CONTROL).length;
  if (controls <= MOST_OF_NEWSLETTER && NEWSLETTER.test(said.headings + said.buttons)) return true;
  if ([whole, named].some(text => ORDER_WORDS.test(text))) return false;
  if ([whole, page].some(text => SERVICES.test(text)) || OTHER_PURPOSES.test(whole)) return true;
  return asksOther(form) || (choosesPassword(form) && OTHER_PURPOSES.test(named));
}

/** What a form says, folded. */
interface FormTexts {
  /** The heading that stands before it. */
  before: string;
  headings: string;
  buttons: string;
}

// A longer form that offers a newsletter too is not one for that.
function readForm(form: Element): FormTexts {
  const isLong = list(form, TEXT_CONTROL).length > LONGEST_SUBSCRIPTION;
  const headings = list(form, HEADING).slice(0, MOST_TEXTS).map(readSaid);
  return {
    before: foldTexts([readSaid(findHeading(form))]),
    headings: foldTexts(headings.filter(text => !(isLong && NEWSLETTER.test(foldText(text))))),
    buttons: foldTexts(list(form, BUTTON).slice(0, MOST_TEXTS).map(readSaid)),
  };
}

// The next step of most of these forms is a payment, and their buttons say so; a payment shows who travels.
function isOfTravellers({ before, headings }: FormTexts, named: string): boolean {
  return TRAVELLERS.test(before + headings) && !ORDER_WORDS.test(headings + named);
}

function asksOther(form: Element): boolean {
  const labels = foldTexts(list(form, 'label').slice(0, MOST_LABELS).map(readSaid));
  if (SERVICE_FIELDS.test(labels) || list(form, 'input[type=file]').length > 0) return true;
  return list(form, 'textarea').some(isLetter);
}

// Some checkouts make an account too, so that this says something only beside the names of things.
function choosesPassword(form: Element): boolean {
  return list(form, 'input[type=password]').length > 1;
}

// A form that pays for a journey shows who travels too, and asks for a card or an address of its own there.
function namesTraveller(control: FieldElement, form: Element): boolean {
  const heading = findHeading(control);
  return heading !== null && holdsNode(form, heading) && TRAVELLERS.test(foldTexts([readSaid(heading)]));
}

function readPage(document: Document): string {
  return foldTexts([readRoot(document, 'title'), decodePath(readRoot(document, 'URL'))]);
}

// What its makers call a form is said in no language of the shop's.
function readNames(form: Element): string {
  const names = ['id', 'name', 'action'].map(name => callOwn(form, 'getAttribute', name) ?? '');
  return foldIdentifier(names.join(' ').slice(0, 2 * LONGEST_TEXT));
}

// Without a form it is the smallest box that has a button too.
function findForm(control: FieldElement): Element {
  const form = isNative(control) ? control.form : null;
  if (form) return form;
  let box: Element = control;
  for (let step = 0; step < FARTHEST_BOX && list(box, BUTTON).length === 0; step++)
    box = parentOf(box) ?? box;
  return box;
}

/** The last heading that begins before an element. */
function findHeading(element: Element): Element | null {
  const headings = list(readRoot(element.ownerDocument, 'documentElement'), HEADING);
  const isBefore = (heading: Element): boolean =>
    (callOwn(heading, 'compareDocumentPosition', element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return headings.findLast(isBefore) ?? null;
}

function foldTexts(texts: readonly string[]): string {
  return foldText(texts.filter(text => text.length <= LONGEST_TEXT).join(' . '));
}

function readSaid(element: Element | null): string {
  if (!element) return '';
  const value = element instanceof HTMLInputElement ? element.value : readOwn(element, 'textContent');
  return (value ?? '').replace(/\s+/g, ' ').trim();
}

function list(box: Element, selector: string): Element[] {
  return [...readOwn(box, 'querySelectorAll').call(box, selector)];
}

// What goes with a parcel is no letter to the shop.
function isLetter(area: Element): boolean {
  const { labels, placeholder, name, id } = area as HTMLTextAreaElement;
  const label = [...labels].map(readSaid).join(' ') || area.getAttribute('aria-label') || placeholder;
  const said = foldText(label);
  return WHOLE_LETTER.test(said) && !PARCEL_LETTER.test(said + foldIdentifier(`${name} ${id}`));
}

function decodePath(address: string): string {
  return (URL.parse(address)?.pathname ?? '').replace(/\W/g, ' ');
}
