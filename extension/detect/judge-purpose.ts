import { findForm } from './find-form.ts';
import { foldText } from './fold-text.ts';
import { type AskedFields, gatherPurpose, readSaid } from './gather-purpose.ts';
import { TRAVELLER } from './other-words.ts';
import type { PageSigns } from './page-signs.ts';
import { holdsNode } from './read-own.ts';
import type { FieldElement } from './walk-roots.ts';
import { isOfAnotherPurpose } from './weigh-purpose.ts';

/** Whether the form around a control is for something else than an order, an address or a card. */
export type PurposeJudge = (control: FieldElement) => boolean;

/** Each form is judged once by all that it and its page show, and who travels per control. */
export function createPurposeJudge(asked: AskedFields, page: PageSigns): PurposeJudge {
  const judged = new Map<Element, boolean>();
  const boxes = new Map<Element, Element>();
  return control => {
    const form = findForm(control, boxes);
    const known = judged.get(form) ?? isOfAnotherPurpose(gatherPurpose(form, asked, page));
    judged.set(form, known);
    return known || isTraveller(page.findHeading(control), form);
  };
}

// A form that pays for a journey shows who travels too, and asks for a card or an address of its own there.
function isTraveller(heading: Element | null, form: Element): boolean {
  return heading !== null && holdsNode(form, heading) && TRAVELLER.test(foldText(readSaid(heading)));
}
