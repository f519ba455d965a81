import type { FieldDescription, FieldText } from './field-description.ts';

/** What the page around a frame says of it. */
export interface FrameWords {
  name: string;
  texts: readonly FieldText[];
}

/**
 * The controls of a frame, a lone one named by the page around the frame where it has no words of its own: that is
 * how payment providers embed single fields. Pure.
 */
export function nameByFrame(
  fields: readonly FieldDescription[],
  { name, texts }: FrameWords,
): FieldDescription[] {
  const seen = fields.filter(field => field.visible);
  const [first, ...rest] = nameTitle(texts);
  return fields.map(field => {
    if (seen.length !== 1 || seen[0] !== field) return field;
    const ownWords = field.texts.some(({ source }) => source === 'label' || source === 'aria');
    return {
      ...field,
      name: field.name || (field.id ? '' : name),
      texts: ownWords || !first ? field.texts : [first, ...field.texts, ...rest],
    };
  });
}

// A title that stands alone is all the label that the frame has.
function nameTitle(texts: readonly FieldText[]): FieldText[] {
  return texts.map(one => (texts.length === 1 ? { ...one, source: 'before' } : one));
}
