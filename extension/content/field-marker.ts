import { findHandedPurpose } from '../detect/hand-over-purpose.ts';
import type { NativeField } from '../detect/walk-roots.ts';
import { report } from '../messages/report.ts';
import { type DrawnMarker, drawMarker } from './draw-marker.ts';
import type { MarkedFields } from './marked-fields.ts';
import { findPageWork } from './page-work.ts';
import { findSpot } from './place-marker.ts';

/** A list that a shop opens over the field's end is noticed within this time. */
const LOOK_AGAIN_MS = 250;

/** The small mark at the field that has the focus: nothing but the focus is watched until a known field has it. */
export function drawFieldMarker(document: Document, marked: MarkedFields): void {
  const state: { drawn: DrawnMarker | null } = { drawn: null };
  const isAsked = createFocusJudge(marked);
  const work = findPageWork();
  const watch = createFieldWatch(() => place());
  const place = (): void => {
    const field = marked.findFocused();
    if (!field || !isAsked(field)) {
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
    state.drawn.setBusy(work.pending.size > 0);
  };
  work.onChange = () => state.drawn?.setBusy(work.pending.size > 0);
  marked.watch(place);
}

// The form around a field is read again each time the focus comes to one: a form may turn into its next step.
function createFocusJudge(marked: MarkedFields): (field: NativeField) => boolean {
  const state: { field: NativeField | null; asked: boolean } = { field: null, asked: false };
  return field => {
    if (state.field !== field) state.asked = !findHandedPurpose()(marked.listAsked())(field);
    state.field = field;
    return state.asked;
  };
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
