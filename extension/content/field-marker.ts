import type { FieldElement, OpenShadowRoot } from '../detect/walk-roots.ts';
import { report } from '../messages/report.ts';
import { type DrawnMarker, drawMarker } from './draw-marker.ts';
import { findFocusedControl } from './find-control.ts';
import type { PageFields } from './page-classifier.ts';
import { findSpot } from './place-marker.ts';

/** The small mark at the field that has the focus, where that field asks for something of ours. */
export interface FieldMarker {
  /** The fields as they were last read. */
  notice(page: PageFields): void;
  /** Whether the person wants it on this site. */
  allow(shown: boolean): void;
}

/** A list that a shop opens over the field's end is noticed within this time. */
const LOOK_AGAIN_MS = 250;

/** Nothing is drawn, and nothing is watched but the focus, until a known field has it. */
export function createFieldMarker(document: Document, openShadowRoot?: OpenShadowRoot): FieldMarker {
  const state: { asked: ReadonlySet<FieldElement>; allowed: boolean; drawn: DrawnMarker | null } = {
    ...{ asked: new Set(), allowed: false, drawn: null },
  };
  const watch = createFieldWatch(() => place());
  const place = (): void => {
    const field = state.allowed ? findFocusedControl(document, openShadowRoot) : null;
    if (!field || !state.asked.has(field)) {
      watch.stop();
      state.drawn?.hide();
      return;
    }
    watch.start();
    const spot = findSpot(field, state.drawn?.host ?? null);
    if (!spot) {
      state.drawn?.hide();
      return;
    }
    state.drawn ??= drawMarker(document, () => void report('marker_pressed', {}));
    state.drawn.moveTo(field, spot);
  };
  // Where the focus goes to is known only after it has left.
  const placeSoon = () => requestAnimationFrame(place);
  document.addEventListener('focusin', placeSoon, true);
  document.addEventListener('focusout', placeSoon, true);
  return {
    notice(page) {
      state.asked = listAsked(page);
      place();
    },
    allow(shown) {
      if (state.allowed === shown) return;
      state.allowed = shown;
      place();
    },
  };
}

function listAsked({ fields, classified, elements }: PageFields): ReadonlySet<FieldElement> {
  const visible = new Set(fields.filter(field => field.visible).map(({ key }) => key));
  const asked = classified.filter(({ token, fieldKey }) => token !== 'none' && visible.has(fieldKey));
  return new Set(asked.flatMap(({ fieldKey }) => elements.get(fieldKey) ?? []));
}

/** Watches what may move a field or cover its end, while there is a field to watch. */
function createFieldWatch(look: () => void): { start(): void; stop(): void } {
  const state: { timer: ReturnType<typeof setInterval> | null } = { timer: null };
  const soon = () => requestAnimationFrame(look);
  const events = ['scroll', 'resize', 'input'] as const;
  return {
    start() {
      if (state.timer !== null) return;
      state.timer = setInterval(look, LOOK_AGAIN_MS);
      for (const type of events) addEventListener(type, soon, { capture: true, passive: true });
    },
    stop() {
      if (state.timer === null) return;
      clearInterval(state.timer);
      state.timer = null;
      for (const type of events) removeEventListener(type, soon, { capture: true });
    },
  };
}
