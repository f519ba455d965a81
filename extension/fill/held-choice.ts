import { findOption } from './find-options.ts';
import { isOffering, openList } from './open-list.ts';

/** How an option says that it is the chosen one. */
const CHOSEN =
  '[aria-selected=true],[aria-checked=true],[data-state=checked],[data-selected],[selected],[class*=selected]';

/** Controls that nobody sees, in which widgets keep what is chosen, and what each held before the choice. */
export type Keepers = ReadonlyMap<HTMLInputElement | HTMLSelectElement, string>;

const KEEPERS = ':is(input,select):is([type=hidden],[hidden],[tabindex="-1"],[aria-hidden=true])';
const HIGHEST_BOX = 5;

/** What the unseen controls around a combobox hold. */
export function readKeepers(combobox: HTMLElement): Keepers {
  let box: Element = combobox;
  for (let step = 0; box.parentElement && step < HIGHEST_BOX; step++) box = box.parentElement;
  const found = [...box.querySelectorAll<HTMLInputElement | HTMLSelectElement>(KEEPERS)];
  return new Map(found.filter(one => one !== combobox).map(one => [one, one.value]));
}

/** Those of `before` that hold something else now. */
export function listChanged(before: Keepers): Keepers {
  return new Map([...before].filter(([one, value]) => one.isConnected && one.value !== value));
}

/**
 * Whether a combobox that is empty still says that `chosen` is what it holds: where its list marks it, or as its prompt.
 * Null where the list does not offer it. The list stays open.
 */
export async function holdsChoice(combobox: HTMLElement, chosen: string): Promise<boolean | null> {
  if (combobox.getAttribute('placeholder') === chosen) return true;
  const find = (): HTMLElement | null => findOption(combobox, [chosen]);
  combobox.focus({ preventScroll: true });
  await openList(combobox, () => (isOffering(combobox) && find()?.matches(CHOSEN) ? find() : null));
  return (isOffering(combobox) && find()?.matches(CHOSEN)) ?? null;
}
