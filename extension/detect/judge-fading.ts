import { callOwn } from './call-own.ts';
import { holdsNode } from './read-own.ts';

const FAINTEST_OPACITY = 0.1;

/** Whether the control, or what it stands in, is on its way to be seen no more. */
export function isFading(element: Element): boolean {
  return callOwn(element.ownerDocument, 'getAnimations').some(
    ({ effect, playState, playbackRate }) =>
      playState === 'running' &&
      effect instanceof KeyframeEffect &&
      effect.target !== null &&
      holdsNode(effect.target, element) &&
      endsUnseen(effect, playbackRate < 0),
  );
}

// What goes on for ever comes back.
function endsUnseen(effect: KeyframeEffect, backwards: boolean): boolean {
  const { direction, iterations } = effect.getComputedTiming();
  if (iterations === Number.POSITIVE_INFINITY) return false;
  const last = effect.getKeyframes().at((direction === 'reverse') !== backwards ? 0 : -1);
  return last?.visibility === 'hidden' || Number(last?.opacity ?? 1) < FAINTEST_OPACITY;
}
