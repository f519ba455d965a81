import type { FieldToken } from '../detect/field-description.ts';
import type { FieldElement, NativeField, OpenShadowRoot } from '../detect/walk-roots.ts';
import type { Report } from '../messages/report.ts';
import { findFocusedControl } from './find-control.ts';
import { mapAsked } from './list-asked.ts';
import type { PageFields } from './page-classifier.ts';

/** The fields that a marker may stand at, as the script that draws it sees them. */
export interface MarkedFields {
  /** The one that has the focus now; null where none has, or no marker is wanted. */
  findFocused(): NativeField | null;
  /** What each of them asks for. */
  listAsked(): ReadonlyMap<FieldElement, FieldToken>;
  /** `onChange` is called now, and whenever that may have become another. */
  watch(onChange: () => void): void;
}

/** Calls for the marker once the focus comes to a field that asks for something of ours. */
export interface MarkerCall {
  /** The fields as they were last read. */
  notice(page: PageFields): void;
  /** Whether the person wants it on this site. */
  allow(shown: boolean): void;
}

interface CallState {
  asked: ReadonlyMap<FieldElement, FieldToken>;
  allowed: boolean;
  called: boolean;
  onChange: () => void;
}

const MARKED = Symbol.for('wayveil.marked');

/** The marker's own script comes into the page when it is first needed. */
export function createMarkerCall(
  document: Document,
  report: Report,
  openShadowRoot?: OpenShadowRoot,
): MarkerCall {
  const state: CallState = {
    asked: new Map(),
    allowed: false,
    called: false,
    onChange: () => void callOut(),
  };
  const findFocused = () => {
    const field = state.allowed ? findFocusedControl(document, openShadowRoot) : null;
    return field && state.asked.has(field) ? field : null;
  };
  const callOut = async (): Promise<void> => {
    if (state.called || !findFocused()) return;
    state.called = true;
    state.called = (await report('marker_wanted', {})) !== null;
  };
  const marked: MarkedFields = {
    findFocused,
    listAsked: () => state.asked,
    watch(onChange) {
      state.onChange = onChange;
      onChange();
    },
  };
  Object.defineProperty(globalThis, MARKED, { value: marked });
  // Where the focus goes to is known only after it has left.
  const tellSoon = () => requestAnimationFrame(() => state.onChange());
  addEventListener('focusin', tellSoon, true);
  addEventListener('focusout', tellSoon, true);
  return {
    notice(page) {
      state.asked = mapAsked(page);
      state.onChange();
    },
    allow(shown) {
      if (state.allowed === shown) return;
      state.allowed = shown;
      state.onChange();
    },
  };
}

/** What the marker may stand at in this frame; null where nothing was detected yet. */
export function findMarkedFields(): MarkedFields | null {
  return (globalThis as { [MARKED]?: MarkedFields })[MARKED] ?? null;
}
