import { classifyFields } from '#extension/detect/classify-fields.ts';
import { collectFields, type FieldIndex } from '#extension/detect/collect-fields.ts';
import type { OpenShadowRoot, SearchRoot } from '#extension/detect/walk-roots.ts';
import { createStepResolver, type ResolveField } from '#extension/fill/resolve-field.ts';

/** Looks the page over anew at each call. */
export function createFieldResolver(
  root: SearchRoot,
  index: FieldIndex,
  openShadowRoot?: OpenShadowRoot,
): ResolveField {
  const read = () => {
    const { fields, elements } = collectFields(root, index, openShadowRoot);
    return { fields, elements, classified: classifyFields(fields) };
  };
  return createStepResolver({ read, classify: classifyFields }, []);
}
