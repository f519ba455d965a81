import type { FieldElement } from '../detect/walk-roots.ts';

/** Remembers which controls a person changed: trusted events only, no values. */
export interface OwnerInput {
  hasTouched(element: FieldElement): boolean;
  /** Runs `act`, whose events the browser trusts though no person made them. */
  lookAway(act: () => void): void;
  stop(): void;
}

export function watchOwnerInput(root: Document | ShadowRoot): OwnerInput {
  const touched = new WeakSet<EventTarget>();
  const eyes = { closed: false };
  const note = (event: Event): void => {
    const target = event.composedPath()[0];
    if (event.isTrusted && target && !eyes.closed) touched.add(target);
  };
  root.addEventListener('input', note, true);
  root.addEventListener('change', note, true);
  return {
    hasTouched: element => touched.has(element),
    lookAway(act) {
      eyes.closed = true;
      act();
      eyes.closed = false;
    },
    stop: () => {
      root.removeEventListener('input', note, true);
      root.removeEventListener('change', note, true);
    },
  };
}
