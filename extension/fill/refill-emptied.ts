import type { FillContext, FilledField } from './fill-context.ts';
import type { FillStep } from './fill-plan.ts';
import { showsNothing } from './judge-target.ts';
import { readField } from './read-field.ts';

/** How long after a country or postcode a page may still load what empties the fields that depend on it. */
const WATCH_DEADLINE_MS = 4000;
const LOOK_EVERY_MS = 100;
const MOST_REFILLS = 2;
/** Whoever does one of these has taken the form over. */
const HANDS = ['pointerdown', 'keydown'];

/**
 * Looks on for a while after a fill was told, and writes again what the page empties late: requests that are under way
 * cannot be seen. Gives what ends it; its owner's hand in the page does too.
 */
export function refillEmptied(
  filled: readonly FilledField[],
  context: FillContext,
  refill: (step: FillStep, signal: AbortSignal) => Promise<unknown>,
): () => void {
  const ended = new AbortController();
  const end = (): void => ended.abort();
  const refills = new Map<FilledField, number>();
  const look = async (): Promise<void> => {
    for (const one of filled) {
      const count = refills.get(one) ?? 0;
      if (ended.signal.aborted || count >= MOST_REFILLS || !isEmptied(one, context)) continue;
      refills.set(one, count + 1);
      await refill(one.step, ended.signal);
    }
    if (!ended.signal.aborted) setTimeout(look, LOOK_EVERY_MS);
  };
  for (const type of HANDS)
    addEventListener(type, ({ isTrusted }) => isTrusted && end(), { capture: true, signal: ended.signal });
  setTimeout(look, LOOK_EVERY_MS);
  setTimeout(end, WATCH_DEADLINE_MS);
  return end;
}

function isEmptied(one: FilledField, { resolve }: FillContext): boolean {
  if (!one.element.isConnected) one.element = resolve(one.step)?.element ?? one.element;
  const { element, step, after } = one;
  if (!element.isConnected || after === '' || readField(element) === after) return false;
  return element instanceof HTMLSelectElement
    ? element.selectedIndex <= 0
    : showsNothing(readField(element).trim(), step);
}
