import { callOwn, readRoot } from './call-own.ts';
import type { FieldToken } from './field-description.ts';
import { ASKING, BUTTON, isOfForm } from './find-form.ts';
import { foldIdentifier, foldText } from './fold-text.ts';
import { HEADING, type PageSigns } from './page-signs.ts';
import type { OtherControl, PurposeEvidence } from './purpose-evidence.ts';
import { holdsNode, listInside, parentOf, previousOf, readOwn } from './read-own.ts';
import type { FieldElement } from './walk-roots.ts';

const CHOICE = 'input[type=radio],input[type=checkbox]';
const MOST_TEXTS = 12;
const MOST_AROUND = 60;
const MOST_CONTROLS = 80;
const LONGEST_TEXT = 80;
const LONGEST_TITLE = 300;

/** What the page's controls ask for of ours. */
export type AskedFields = ReadonlyMap<FieldElement, FieldToken>;

/** What `form` and its page show of what it is for. */
export function gatherPurpose(form: Element, asked: AskedFields, page: PageSigns): PurposeEvidence {
  const document = form.ownerDocument;
  const { sums, totals, carts } = page.count();
  const controls = listInside(form, ASKING).slice(0, MOST_CONTROLS) as FieldElement[];
  const named = [...asked].filter(([control]) => isOfForm(form, control));
  return {
    ...readFormTexts(form, page),
    title: foldText(readRoot(document, 'title').slice(0, LONGEST_TITLE)),
    path: foldIdentifier(decodePath(readRoot(document, 'URL'))),
    tokens: named.map(([, token]) => token),
    named: named.map(([control]) => nameControl(control)).join(' . '),
    others: controls.filter(control => !asked.has(control) && isSeen(control)).map(describeOther),
    choices: listInside(form, CHOICE).slice(0, MOST_CONTROLS).map(nameControl),
    ...{ sums, totals, carts },
    passwords: listInside(form, 'input[type=password]').length,
    files: listInside(form, 'input[type=file]').length,
    framed: self !== top,
  };
}

type FormTexts = Pick<PurposeEvidence, 'headings' | 'buttons' | 'around' | 'formName'>;

function readFormTexts(form: Element, page: PageSigns): FormTexts {
  const before = page.findHeading(form);
  const own = listInside(form, HEADING)
    .slice(0, MOST_TEXTS)
    .filter(one => one !== before);
  return {
    headings: foldEach([before, ...own]),
    buttons: foldEach(listInside(form, BUTTON).slice(0, MOST_TEXTS)),
    around: foldTexts(listAround(form, before, page).map(readSaid)),
    formName: foldIdentifier(
      ['id', 'name', 'action']
        .map(name => callOwn(form, 'getAttribute', name) ?? '')
        .join(' ')
        .slice(0, 2 * LONGEST_TEXT),
    ),
  };
}

function listAround(form: Element, before: Element | null, page: PageSigns): Element[] {
  const around: Element[] = [];
  for (const one of page.count().steps) {
    if (around.length >= MOST_AROUND) break;
    if (one !== before && !holdsNode(form, one)) around.push(one);
  }
  return around;
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

function decodePath(address: string): string {
  const path = URL.parse(address)?.pathname ?? '';
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
