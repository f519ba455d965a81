import { callOwn } from './call-own.ts';
import { parentAcrossShadow } from './shades.ts';
import type { Root } from './sight-lens.ts';

/** What takes longer is looked at on its way too. */
const SHORT_MS = 2000;
const MOST_MOTIONS = 200;
/**
 * In how many parts of its way, in each at a moment of chance, which no page can know beforehand. What only comes by may
 * lie over the control for a while; what carries the control itself shows it nearly all the time, or hides it.
 */
const COMING_BY = { parts: 3, fewest: 2 };
const CARRYING = { parts: 5, fewest: 4 };

/** An animation or transition that is under way. Times in milliseconds of its own clock. */
interface Motion {
  animation: Animation;
  startedAtMs: Animation['startTime'];
  nowMs: number;
  /** Where it begins, if that is still to come. */
  fromMs: number;
  /** Where it comes to an end; infinite where it never does. */
  endMs: number;
  /** How far it goes in a turn that goes on for ever. */
  turnMs: number;
  lastsMs: number;
  /** Whether it moves the control, or a box around it. */
  carries: boolean;
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
  const boxes = listAround(element);
  // What turns for ever beside the control is a sign that something is loading.
  const moving = listMotions(roots, boxes).filter(one => one.endMs < Infinity || one.carries);
  const motions = moving.sort((one, other) => Number(other.carries) - Number(one.carries));
  if (motions[MOST_MOTIONS]?.carries) return false;
  motions.length = Math.min(motions.length, MOST_MOTIONS);
  if (motions.length === 0) return true;
  try {
    if (!isSoAt(motions, 1, isSo)) return false;
    const lasting = motions.filter(({ lastsMs }) => lastsMs > SHORT_MS);
    if (lasting.length === 0) return true;
    const { parts, fewest } = lasting.some(({ carries }) => carries) ? CARRYING : COMING_BY;
    const holds = (_: unknown, at: number): boolean => isSoAt(motions, (at + chance()) / parts, isSo);
    return Array.from({ length: parts }).filter(holds).length >= fewest;
  } finally {
    for (const one of motions) putBack(one);
  }
}

function listAround(element: Element): Set<Element> {
  const around = new Set<Element>();
  for (let one: Element | null = element; one; one = parentAcrossShadow(one)) around.add(one);
  return around;
}

/** How long until everything in `roots` has come to rest that does so soon; 0 where nothing moves. */
export function measureMotion(roots: Iterable<Root>): number {
  const soon = listMotions(roots).filter(({ lastsMs }) => lastsMs <= SHORT_MS);
  return Math.max(0, ...soon.map(({ lastsMs }) => lastsMs));
}

function listMotions(roots: Iterable<Root>, boxes?: ReadonlySet<Element>): Motion[] {
  const animations = [...roots].flatMap(root => callOwn(root, 'getAnimations'));
  return animations.flatMap(animation => {
    const { effect, playState, playbackRate, currentTime, startTime } = animation;
    const isOurs = playState === 'running' && effect instanceof KeyframeEffect;
    if (!isOurs || typeof currentTime !== 'number' || playbackRate === 0) return [];
    const { delay, endTime, duration } = effect.getComputedTiming();
    const fromMs = Math.max(currentTime, Number(delay));
    const endMs = playbackRate < 0 ? 0 : Number(endTime);
    const lastsMs = Math.abs((endMs - currentTime) / playbackRate);
    const turnMs = Number(duration);
    const carries = effect.target !== null && (boxes?.has(effect.target) ?? false);
    const times = { startedAtMs: startTime, nowMs: currentTime, fromMs, endMs, turnMs, lastsMs };
    return [{ animation, ...times, carries }];
  });
}

function isSoAt(motions: readonly Motion[], part: number, isSo: () => boolean): boolean {
  for (const { animation, nowMs, fromMs, endMs, turnMs, lastsMs } of motions) {
    if (lastsMs === Infinity) animation.currentTime = fromMs + turnMs * part;
    else animation.currentTime = lastsMs > SHORT_MS ? nowMs + (endMs - nowMs) * part : endMs;
  }
  return isSo();
}

// Who is put to the end and back within a turn of a script has not ended: its events and promises wait for the turn.
function putBack({ animation, startedAtMs, nowMs }: Motion): void {
  if (startedAtMs === null) animation.currentTime = nowMs;
  else animation.startTime = startedAtMs;
}
