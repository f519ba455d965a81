import { callOwn, readRoot } from '../detect/call-own.ts';
import { isVisible } from '../detect/judge-visibility.ts';
import { boxOf } from '../detect/read-own.ts';
import { awaitPage } from './await-page.ts';
import { findChoice } from './choose-option.ts';
import { findInnermost } from './find-options.ts';
import { press } from './press-element.ts';
import { readText } from './read-choice.ts';
import { search } from './search-list.ts';

const APPEARS_DEADLINE_MS = 1000;
const MOST_SEARCHES = 2;
/** What offers a choice in a list that names no role; what leads elsewhere is none. */
const OFFERS = 'li,[data-value],[class*="item"],[class*="option"],[class*="suggest"]';
const CONTROL = 'input,select,textarea,button,label,[href]';

/**
 * For an input that keeps nothing but what is chosen from the list that opens as one types: types, and presses what
 * appears under it and says just what is wanted. Says whether something was pressed.
 */
export async function chooseSuggested(input: HTMLInputElement, wanted: readonly string[]): Promise<boolean> {
  const { ownerDocument: document } = input;
  input.focus({ preventScroll: true });
  const before = new Set(listOffers(input));
  for (const word of wanted.filter(one => one.length > 2).slice(0, MOST_SEARCHES)) {
    const find = (): HTMLElement | undefined => {
      const fresh = listOffers(input).filter(one => !before.has(one));
      return fresh[
        findChoice(
          fresh.map(one => ({ value: '', text: readText(one) })),
          [word],
        )
      ];
    };
    search(input, word);
    await awaitPage(document, () => find() !== undefined, APPEARS_DEADLINE_MS);
    const found = find();
    if (!found) continue;
    press(findInnermost(found));
    input.blur();
    return true;
  }
  input.blur();
  return false;
}

/** The innermost things on offer that a person sees over or under the input. */
function listOffers(input: HTMLInputElement): HTMLElement[] {
  const { left, right } = boxOf(input);
  const body = readRoot(input.ownerDocument, 'body');
  const all = [...callOwn(body, 'querySelectorAll', OFFERS)] as HTMLElement[];
  return all.filter(one => {
    if (one.querySelector(`${OFFERS},${CONTROL}`) || one.closest(CONTROL) || one.contains(input))
      return false;
    const box = boxOf(one);
    return box.left < right && box.right > left && isVisible(one);
  });
}
