import { readRoot } from '../detect/call-own.ts';
import { describeSlots } from '../detect/describe-slots.ts';
import type { FieldDescription, FieldToken } from '../detect/field-description.ts';
import { findHandedPurpose } from '../detect/hand-over-purpose.ts';
import type { Root } from '../detect/sight-lens.ts';
import { Survey } from '../detect/survey-page.ts';
import type { FieldElement } from '../detect/walk-roots.ts';
import { canBeSeen } from '../fill/can-be-seen.ts';
import { nameField } from '../fill/name-field.ts';
import type { NamedField } from '../messages/field-words.ts';
import type { FrameAnswer } from '../messages/frame-map.ts';
import { readFramePlace } from './frame-place.ts';
import { listAsked, mapAsked } from './list-asked.ts';
import type { PageFields } from './page-classifier.ts';
import type { PageView } from './page-view.ts';
import { addSightRoots } from './sight-roots.ts';

const MOST_FIELDS = 500;
/** Signs that make a text be read backwards: who reads it does not read what it says. */
const TURNED = /[\u202d\u202e]/;

/** What a preview is made of: the controls that a person sees at this moment, and what they ask for. */
export function describePage(view: PageView, document: Document): FrameAnswer<'describe_fields'> {
  const page = view.read();
  const roots = addSightRoots(view.roots(), page.elements.values());
  const survey = new Survey(() => roots);
  const isOfAnotherKind = findHandedPurpose()(mapAsked(page));
  const seen = page.fields.filter(field => field.visible).slice(0, MOST_FIELDS);
  return {
    ...{ place: readFramePlace(self), windowName: self.name.slice(0, 200) },
    address: readRoot(document, 'URL').slice(0, 2000),
    language: readRoot(document, 'documentElement').lang.slice(0, 40),
    fields: seen.map(clipDescription),
    named: nameFields(page)
      .filter(({ fieldKey, token, label }) => {
        const element = page.elements.get(fieldKey);
        if (TURNED.test(label) || !isShown(element, token, roots, survey)) return false;
        return !isOfAnotherKind(element);
      })
      .slice(0, MOST_FIELDS),
    slots: describeSlots(roots, listElements(page, seen)),
  };
}

function nameFields(page: PageFields): NamedField[] {
  const byKey = new Map(page.fields.map(field => [field.key, field]));
  return listAsked(page).flatMap(({ fieldKey, token, ofTelephone, section }) => {
    const field = byKey.get(fieldKey);
    return field ? [{ fieldKey, token, ofTelephone, section, label: nameField(field) }] : [];
  });
}

function isShown(
  element: FieldElement | undefined,
  token: string,
  roots: readonly Root[],
  survey: Survey,
): element is FieldElement {
  return element !== undefined && canBeSeen(element, token as FieldToken, roots, survey);
}

function listElements({ elements }: PageFields, fields: readonly FieldDescription[]): FieldElement[] {
  return fields.flatMap(field => elements.get(field.key) ?? []);
}

// A page may write anything of any length into an attribute.
function clipDescription(field: FieldDescription): FieldDescription {
  const clip = (text: string) => text.slice(0, 200);
  const { name, id, autocomplete, sections } = field;
  return {
    ...field,
    ...{ name: clip(name), id: clip(id), autocomplete: clip(autocomplete), sections: sections.map(clip) },
    ...{ inputMode: field.inputMode.slice(0, 20), pattern: field.pattern.length > 500 ? '' : field.pattern },
    ...{ texts: field.texts.slice(0, 20), options: field.options.slice(0, 60) },
  };
}
