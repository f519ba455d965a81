import { classifyFields } from '../detect/classify-fields.ts';
import type { FieldDescription } from '../detect/field-description.ts';
import { isForeign } from '../detect/keep-filled.ts';
import { nameByFrame } from '../detect/name-by-frame.ts';
import type { Surroundings } from '../messages/field-words.ts';

/** The controls of this frame among those of the form that it is a part of, and which of them are its own. */
export interface JoinedFields {
  fields: FieldDescription[];
  own: ReadonlySet<string>;
}

/**
 * Puts this frame's controls where they stand in the one form that several frames make, with the parent's words for
 * the frame where a lone control has none of its own.
 */
export function joinSurroundings(
  fields: readonly FieldDescription[],
  around: Surroundings | null,
): JoinedFields {
  const own = new Set(fields.map(field => field.key));
  // A sign-in in a frame of a checkout is one all the same.
  if (!around || isForeign(fields, classifyFields(fields))) return { fields: [...fields], own };
  return { fields: weave(nameByFrame(fields, around), around.sequence), own };
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
