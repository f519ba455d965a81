import { callOwn, readRoot } from './call-own.ts';
import { foldText } from './fold-text.ts';
import { ORDER_WORDS, OTHER_PURPOSES, PARCEL_LETTER, WHOLE_LETTER } from './purposes.ts';
import { parentOf, readOwn } from './read-own.ts';
import { type FieldElement, isNative } from './walk-roots.ts';

const BUTTON = 'button,input[type=submit],[role=button]';
const HEADING = 'h1,h2,h3,h4,legend,[role=heading]';
const FARTHEST_BOX = 8;
const MOST_TEXTS = 12;
const LONGEST_TEXT = 80;

/**
 * Tells whether the form around a control says that it is for something else than an order, an address or a card: its
 * headings and buttons say what a person is about to do, which its fields alone do not. Words for an order, in the form,
 * in the page's title or in its address, count before all others. Each form is judged once.
 */
export function createPurposeJudge(): (control: FieldElement) => boolean {
  const judged = new Map<Element, boolean>();
  return control => {
    const form = findForm(control);
    const known = judged.get(form) ?? isOfAnotherKind(form);
    judged.set(form, known);
    return known;
  };
}

function isOfAnotherKind(form: Element): boolean {
  const said = foldText(listSaid(form).join(' . '));
  const { ownerDocument } = form;
  const page = foldText(
    `${readRoot(ownerDocument, 'title')} . ${decodePath(readRoot(ownerDocument, 'URL'))}`,
  );
  if (ORDER_WORDS.test(said) || ORDER_WORDS.test(page)) return false;
  return OTHER_PURPOSES.test(said) || list(form, 'textarea').some(isLetter);
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

function listSaid(form: Element): string[] {
  const before = list(readRoot(form.ownerDocument, 'documentElement'), HEADING).findLast(
    heading => (callOwn(heading, 'compareDocumentPosition', form) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  const inside = [...list(form, HEADING).slice(0, MOST_TEXTS), ...list(form, BUTTON).slice(0, MOST_TEXTS)];
  return [...(before ? [before] : []), ...inside].map(readSaid).filter(text => text.length <= LONGEST_TEXT);
}

function readSaid(element: Element): string {
  const value = element instanceof HTMLInputElement ? element.value : readOwn(element, 'textContent');
  return (value ?? '').replace(/\s+/g, ' ').trim();
}

function list(box: Element, selector: string): Element[] {
  return [...readOwn(box, 'querySelectorAll').call(box, selector)];
}

// What goes with a parcel is no letter to the shop.
function isLetter(area: Element): boolean {
  const { labels, placeholder } = area as HTMLTextAreaElement;
  const label = [...labels].map(readSaid).join(' ') || area.getAttribute('aria-label') || placeholder;
  const said = foldText(label);
  return WHOLE_LETTER.test(said) && !PARCEL_LETTER.test(said);
}

function decodePath(address: string): string {
  return (URL.parse(address)?.pathname ?? '').replace(/\W/g, ' ');
}
