import { readOtherMeaning } from '#extension/detect/classify-page.ts';
import { nameField } from '#extension/fill/name-field.ts';
import type { FrameSteps } from './plan-tab.ts';
import type { NotOurs } from './session-area.ts';

const OPTIONAL = /optional|opcional|opzionale|facult|facolt|freiwillig|선택|任意|可选|選填/i;

/** Fields beside those that are filled that ask for a number of the State's, which only their owner can say. */
export function listNotOurs({ frame, steps }: FrameSteps): NotOurs[] {
  const planned = new Set(steps.map(({ fieldKey }) => fieldKey));
  const forms = new Set(frame.described.fields.filter(({ key }) => planned.has(key)).map(({ form }) => form));
  return frame.described.fields.flatMap(field => {
    const label = nameField(field);
    if (!field.visible || !field.writable || planned.has(field.key) || !forms.has(field.form)) return [];
    if (readOtherMeaning(field) !== 'tax-id' || OPTIONAL.test(label)) return [];
    return [{ id: `${frame.frameId}/${field.key}`, token: 'none' as const, label, why: 'only_you' as const }];
  });
}
