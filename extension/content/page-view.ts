import { classifyFields } from '../detect/classify-fields.ts';
import { createFieldIndex } from '../detect/collect-fields.ts';
import type { ClassifiedField, FieldDescription } from '../detect/field-description.ts';
import { isForeign } from '../detect/keep-filled.ts';
import { LiveFields } from '../detect/live-fields.ts';
import type { LiveRoots } from '../detect/live-roots.ts';
import { isSelected } from '../detect/read-own.ts';
import type { Root } from '../detect/sight-lens.ts';
import { type OwnerInput, watchOwnerInput } from '../fill/owner-input.ts';
import { type JoinFields, PageClassifier, type PageFields, STANDS_ALONE } from './page-classifier.ts';

const TEXT = 'textarea,input:not([type="checkbox"],[type="radio"])';

/** One frame's page as detection sees it, and what previewing and filling need of that. */
export interface PageView {
  /** What it asks for right now; what did not change since the last call is not looked at again. */
  read(): PageFields;
  /** Does some of the work for `read`, as long as `hasTime`; says whether it is done. */
  advance(hasTime: () => boolean): boolean;
  /** The next look is at everything. */
  refresh(): void;
  /** Shadow roots that came late are looked for at the next look. */
  search(): void;
  /** The control of this key is looked at again, whatever did or did not change. */
  touch(fieldKey: string): void;
  /** From now on it is read as a part of what stands around this frame, or by itself again. */
  surround(join: JoinFields | null): void;
  /** Whether these fields are a form by themselves that no checkout has. */
  isForeign(fields: readonly FieldDescription[]): boolean;
  /** The document and its shadow roots, as last looked for. */
  roots(): Root[];
  /** What these fields would ask for: words are known to detection alone. */
  classify(fields: readonly FieldDescription[]): ClassifiedField[];
  /** What a person changed since detection began. */
  readonly owner: OwnerInput;
}

/** `onChange` is called whenever something may have changed. */
export function createPageView(onChange: () => void, roots: LiveRoots): PageView {
  const live = new LiveFields(roots, createFieldIndex(), onChange);
  const classifier = new PageClassifier();
  const state = { join: STANDS_ALONE };
  // A choice may show other fields by a style sheet alone; texts change one after the other, and seldom do.
  addEventListener('change', ({ target }) => {
    if (isSelected(target as Node, TEXT)) return;
    live.refresh();
    onChange();
  });
  return {
    read: () => classifier.classify(live.read(), state.join),
    advance: hasTime => live.advance(hasTime) && classifier.advance(live.read(), state.join, hasTime),
    refresh: () => live.refresh(),
    search: () => live.search(),
    touch: fieldKey => live.touch(fieldKey),
    surround(join) {
      state.join = join ?? STANDS_ALONE;
    },
    isForeign: fields => isForeign(fields, classifyFields(fields)),
    roots: () => live.roots(),
    classify: classifyFields,
    owner: watchOwnerInput(),
  };
}
