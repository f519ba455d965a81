import type { FieldDescription } from '../detect/field-description.ts';
import { nameByFrame } from '../detect/name-by-frame.ts';
import type { Surroundings } from '../messages/field-words.ts';
import type { JoinFields } from './page-classifier.ts';
import type { PageView } from './page-view.ts';

/**
 * Puts a frame's controls where they stand in the one form that several frames make, with the parent's words for the
 * frame where a lone control has none of its own.
 */
export function joinSurroundings(view: PageView, around: Surroundings): JoinFields {
  return fields =>
    // A sign-in in a frame of a checkout is one all the same.
    view.isForeign(fields) ? [...fields] : weave(nameByFrame(fields, around), around.sequence);
}

// Controls of other frames go before the own one that they precede, and into the form that they stand in.
function weave(fields: readonly FieldDescription[], sequence: Surroundings['sequence']): FieldDescription[] {
  const keys = new Set(fields.map(field => field.key));
  const preceding = new Map<string, FieldDescription[]>();
  let pending: FieldDescription[] = [];
  for (const [place, one] of sequence.entries()) {
    if (typeof one !== 'string') pending.push({ ...one, key: `around:${place}` });
    else if (keys.has(one)) {
      preceding.set(one, pending);
      pending = [];
    }
  }
  const woven = fields.flatMap(field => {
    const others = preceding.get(field.key) ?? [];
    return [...others.map(other => ({ ...other, form: field.form })), field];
  });
  const last = fields.at(-1)?.form ?? 0;
  woven.push(...pending.map(other => ({ ...other, form: last })));
  return woven.map((field, order) => ({ ...field, order }));
}
