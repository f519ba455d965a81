import { findFace } from '../detect/find-face.ts';
import { isVisible } from '../detect/judge-visibility.ts';
import { awaitPage } from './await-page.ts';
import { chooseInList } from './choose-in-list.ts';
import { readChoice } from './read-choice.ts';
import { fillField, type JudgeFocused } from './write-value.ts';

const OPENER = '[role="combobox"]';
/** How long a widget may take to show what was chosen in the list that it hides. */
const SHOWN_DEADLINE_MS = 100;

/**
 * Chooses the option of this value, and has the widget that stands for a hidden list show it: some know of presses
 * on themselves only. Says whether the list holds it and no widget shows another option than the list holds.
 */
export async function chooseValue(
  list: HTMLSelectElement,
  value: string,
  judge?: JudgeFocused,
): Promise<boolean> {
  const before = list.selectedOptions[0]?.text.trim() ?? '';
  const face = isVisible(list) ? null : findFace(list);
  const faceBefore = face && readChoice(face);
  const text = [...list.options].find(one => one.value === value)?.text.trim() ?? '';
  const document = list.ownerDocument;
  if (list.value !== value && fillField(list, value, judge)) return false;
  if (!face) return list.value === value;
  const follows = (): boolean => list.value === value && readChoice(face).includes(text);
  if (await awaitPage(document, follows, SHOWN_DEADLINE_MS)) return true;
  await chooseInList(findOpener(face), [text]);
  // A widget may show a choice by its sign alone, and must no longer show what it showed.
  return follows() || (list.value === value && (before === text || readChoice(face) !== faceBefore));
}

function findOpener(face: HTMLElement): HTMLElement {
  return face.closest<HTMLElement>(OPENER) ?? face.querySelector<HTMLElement>(OPENER) ?? face;
}
