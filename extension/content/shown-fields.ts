import { readRoot } from '../detect/call-own.ts';
import { findHandedPurpose } from '../detect/hand-over-purpose.ts';
import type { FieldElement } from '../detect/walk-roots.ts';
import { listDestinations } from '../fill/list-destinations.ts';
import type { ResolvedField } from '../fill/resolve-field.ts';
import { mapAsked } from './list-asked.ts';
import type { PageView } from './page-view.ts';

/** Where the fields of the last preview stood. */
export interface ShownFields {
  /** Remembers the controls that a preview names, by their keys. */
  remember(named: ReadonlyMap<string, FieldElement>): void;
  /**
   * Whether the control that stands for the field of this key now is of what was shown: no other view of the page has
   * it, its form goes nowhere else, and is for nothing else.
   */
  isStillOf(fieldKey: string, target: ResolvedField): boolean;
}

interface Shown {
  element: WeakRef<FieldElement>;
  destinations: Set<string>;
}

export function createShownFields(view: PageView, document: Document): ShownFields {
  const state: { viewName: string; shown: Map<string, Shown> } = { viewName: '', shown: new Map() };
  return {
    remember(named) {
      state.viewName = nameView(document);
      state.shown = new Map(
        [...named].map(([key, element]) => [
          key,
          { element: new WeakRef(element), destinations: listDestinations(element) },
        ]),
      );
    },
    isStillOf(fieldKey, target) {
      const { element } = target;
      const shown = state.shown.get(fieldKey);
      if (!shown) return false;
      // A page draws its fields anew as it likes; at another address they are those of another view.
      if (shown.element.deref() !== element && nameView(document) !== state.viewName) return false;
      if (!listDestinations(element).isSubsetOf(shown.destinations)) return false;
      return !findHandedPurpose()(mapAsked(view.read()))(element);
    },
  };
}

// A fragment that is a path is the address of a view too; a query is mostly a step or a choice.
function nameView(document: Document): string {
  const { pathname = '', hash = '' } = URL.parse(readRoot(document, 'URL')) ?? {};
  return pathname + (/^#!?\//.test(hash) ? hash.replace(/\?.*/, '') : '');
}
