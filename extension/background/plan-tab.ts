import type { FieldDescription, FieldToken } from '#extension/detect/field-description.ts';
import type { CardToFill, VirtualIdentity } from '#extension/fill/identity.ts';
import { planFill } from '#extension/fill/plan-fill.ts';
import type { NamedField } from '#extension/messages/field-words.ts';
import type { FrameStep } from '#extension/messages/frame-map.ts';
import type { ArrangedFrame } from './arrange-frames.ts';

/** What one frame is to get. */
export interface FrameSteps {
  frame: ArrangedFrame;
  steps: FrameStep[];
}

/** A field of a tab and its frame. */
export interface TabField {
  frame: ArrangedFrame;
  named: NamedField;
}

/** Card fields that a person sees, in all frames. */
export function listCardFields(frames: readonly ArrangedFrame[]): TabField[] {
  const own = frames[0]?.origin;
  return listFields(frames).filter(
    ({ frame, named }) => isCard(named) && (frame.origin === own || !isNameOnly(frame)),
  );
}

const isCard = ({ token }: NamedField) => token.startsWith('cc-');

// Beside a card form the name in another site's form of another kind is taken for the holder's: it is not.
function isNameOnly({ described: { named } }: ArrangedFrame): boolean {
  return named.filter(isCard).every(({ token }) => token === 'cc-name') && !named.every(isCard);
}

/** What delivery information would write into `frames`; card fields are left out. */
export function planDelivery(frames: readonly ArrangedFrame[], identity: VirtualIdentity): FrameSteps[] {
  const fields = listFields(frames).filter(({ named }) => !named.token.startsWith('cc-'));
  return planFields(fields, frames, { identity });
}

/** What a card would write into `fields`: over several frames as into one. */
export function planCard(fields: readonly TabField[], card: CardToFill): FrameSteps[] {
  const frames = [...new Set(fields.map(({ frame }) => frame))];
  return planFields(fields, frames, { identity: NOBODY, card });
}

/** Frames that the page keeps apart from every site: any of them could stand in another's place. */
const NO_ORIGIN = 'null';

function listFields(frames: readonly ArrangedFrame[]): TabField[] {
  return frames
    .filter(({ seen, origin }) => seen && origin !== NO_ORIGIN)
    .flatMap(frame => frame.described.named.map(named => ({ frame, named })));
}

/** Forms of one frame are none of another's. */
const MOST_FORMS = 1000;

function planFields(
  tabFields: readonly TabField[],
  frames: readonly ArrangedFrame[],
  values: { identity: VirtualIdentity; card?: CardToFill },
): FrameSteps[] {
  const classified = tabFields.map(({ frame, named }) => ({
    ...{ fieldKey: toKey(frame, named.fieldKey), token: named.token as FieldToken },
    ...{ ofTelephone: named.ofTelephone, section: named.section, confidence: 1 },
  }));
  const fields = frames.flatMap((frame, at) =>
    frame.described.fields.map(
      (field): FieldDescription => ({
        ...field,
        key: toKey(frame, field.key),
        form: at * MOST_FORMS + field.form,
      }),
    ),
  );
  const language = frames[0]?.described.language ?? '';
  const { steps } = planFill({ fields, classified, values, origin: '', language });
  return frames.flatMap(frame => {
    const own = steps.filter(({ fieldKey }) => fieldKey.startsWith(toKey(frame, '')));
    const stripped = own.map(step => ({ ...step, fieldKey: step.fieldKey.slice(toKey(frame, '').length) }));
    return stripped.length > 0 ? [{ frame, steps: stripped }] : [];
  });
}

function toKey({ frameId }: ArrangedFrame, fieldKey: string): string {
  return `${frameId}/${fieldKey}`;
}

/** Card fields take nothing of an identity. */
const NOBODY: VirtualIdentity = {
  ...{ name: '', givenName: '', familyName: '', email: '', tel: '', addressLines: [] },
  ...{ addressLevel1: '', addressLevel2: '', postalCode: '', country: '' },
};
