import { callOwn } from './call-own.ts';
import { holdsNode } from './read-own.ts';
import type { Root } from './sight-lens.ts';

/** What takes longer is looked at on its way too. */
const SHORT_MS = 2000;
const MOST_MOTIONS = 200;
/** Where on its way; each at a moment of chance, which no page can know beforehand. */
const PARTS = [0, 1 / 3, 2 / 3];
const FEWEST_PARTS = 2;

/** An animation or transition that is under way. Times in milliseconds of its own clock. */
interface Motion {
  animation: Animation;
  startedAtMs: Animation['startTime'];
  nowMs: number;
  /** Where it comes to an end; infinite where it never does. */
  endMs: number;
  /** How far it goes in a turn that goes on for ever. */
  turnMs: number;
  lastsMs: number;
}

/**
 * Whether `isSo`, which holds now, will hold when what moves in `roots` has come to rest too, and most of the time until
 * then where that is long: what moves is put there, asked, and put back before anything is drawn. `chance` gives numbers
 * from 0 to below 1.
 */
export function staysSo(
  element: Element,
  roots: Iterable<Root>,
  isSo: () => boolean,
  chance = Math.random,
): boolean {
  const moves = ({ effect }: Animation): boolean =>
    effect instanceof KeyframeEffect && effect.target !== null && holdsNode(effect.target, element);
  // What turns for ever beside the control is a sign that something is loading.
  const motions = listMotions(roots).filter(one => one.endMs < Infinity || moves(one.animation));
  if (motions.length === 0) return true;
  try {
    if (!isSoAt(motions, 1, isSo)) return false;
    const lasts = motions.some(({ lastsMs }) => lastsMs > SHORT_MS);
    const holds = (part: number): boolean => isSoAt(motions, part + chance() / PARTS.length, isSo);
    return !lasts || PARTS.filter(holds).length >= FEWEST_PARTS;
  } finally {
    for (const one of motions) putBack(one);
  }
}

/** How long until everything in `roots` has come to rest that does so soon; 0 where nothing moves. */
export function measureMotion(roots: Iterable<Root>): number {
  const soon = listMotions(roots).filter(({ lastsMs }) => lastsMs <= SHORT_MS);
  return Math.max(0, ...soon.map(({ lastsMs }) => lastsMs));
}

function listMotions(roots: Iterable<Root>): Motion[] {
  const animations = [...roots].flatMap(root => callOwn(root, 'getAnimations')).slice(0, MOST_MOTIONS);
  return animations.flatMap(animation => {
    const { effect, playState, playbackRate, currentTime, startTime } = animation;
    const isOurs = playState === 'running' && effect instanceof KeyframeEffect;
    if (!isOurs || typeof currentTime !== 'number' || playbackRate === 0) return [];
    const { endTime, duration } = effect.getComputedTiming();
    const endMs = playbackRate < 0 ? 0 : Number(endTime);
    const lastsMs = Math.abs((endMs - currentTime) / playbackRate);
    const turnMs = Number(duration) * Math.sign(playbackRate);
    return [{ animation, startedAtMs: startTime, nowMs: currentTime, endMs, turnMs, lastsMs }];
  });
}

function isSoAt(motions: readonly Motion[], part: number, isSo: () => boolean): boolean {
  for (const { animation, nowMs, endMs, turnMs, lastsMs } of motions) {
    if (lastsMs === Infinity) animation.currentTime = nowMs + turnMs * part;
    else animation.currentTime = lastsMs > SHORT_MS ? nowMs + (endMs - nowMs) * part : endMs;
  }
  return isSo();
}

// Who is put to the end and back within a turn of a script has not ended: its events and promises wait for the turn.
function putBack({ animation, startedAtMs, nowMs }: Motion): void {
  if (startedAtMs === null) animation.currentTime = nowMs;
  else animation.startTime = startedAtMs;
}
