import { callOwn } from '../detect/call-own.ts';
import { isVisible } from '../detect/judge-visibility.ts';
import { parentAcrossShadow } from '../detect/shades.ts';
import { type Choice, findChoice } from './choose-option.ts';
import { readText } from './read-choice.ts';

const MOST_OPTIONS = 2000;
const ROLE = '[role="option"]';
/** Options, and what stands for them where those are for screen readers alone. */
const OPTIONS = `${ROLE},[aria-selected],[data-selectable]`;
/** Options of lists that name no role; a value alone in its box is the choice. */
const PLAIN_OPTIONS = '[data-value]~[data-value],[data-value]:has(~[data-value]),li';
const CONTROLS = 'input:not([type=hidden]),textarea,[role="combobox"]';
/** How far above a combobox a list without a role may stand, and above a list its search. */
const HIGHEST_BOX = 3;

/** The option of the open list that means one of `wanted`, best first. */
export function findOption(combobox: HTMLElement, wanted: readonly string[]): HTMLElement | null {
  const options = listOptions(combobox);
  const choices = options.map(one => ({ value: readCode(one), text: readOption(one) }));
  return options[findChoice(choices, wanted)] ?? findByPart(options, wanted);
}

/** What the list of a combobox offers now, whether or not anybody sees it. */
export function listOptions(combobox: HTMLElement): HTMLElement[] {
  const list = findList(combobox);
  if (!list) return listPlainOptions(combobox);
  const own = listOpenOptions(list);
  if (isVisible(list) || !list.parentElement || own.some(one => isVisible(one))) return own;
  // A list that nobody sees is written for screen readers; the one to press stands beside it.
  const beside = listOpenOptions(list.parentElement).filter(one => isVisible(one));
  return beside.length > 0 ? beside : own;
}

export function readOption(option: HTMLElement): string {
  return readText(option) || readText(findDrawn(option)) || option.title;
}

/** What is pressed of an option: some widgets listen on what is in it. */
export function findInnermost(option: HTMLElement): Element {
  let inner = findDrawn(option);
  while (inner.childElementCount === 1 && inner.firstElementChild instanceof HTMLElement)
    inner = inner.firstElementChild;
  return inner;
}

function findDrawn(option: HTMLElement): Element {
  return option.shadowRoot?.querySelector(ROLE) ?? option;
}

/** An input that searches the list, where it stands with the list and apart from what opens it. */
export function findSearch(combobox: HTMLElement): HTMLInputElement | null {
  let box: Element | null = findList(combobox);
  for (let step = 0; box && step < HIGHEST_BOX && !box.contains(combobox); step++, box = box.parentElement) {
    const inputs = box.querySelectorAll<HTMLInputElement>(
      'input:not([type=hidden],[type=checkbox],[type=radio])',
    );
    const [only] = inputs;
    if (only && (inputs.length > 1 || only.readOnly)) return null;
    if (only && isVisible(only)) return only;
  }
  return null;
}

// An option may say more than the name: a flag, a code, a calling code, each in an element of its own.
function findByPart(options: readonly HTMLElement[], wanted: readonly string[]): HTMLElement | null {
  const rows = options.flatMap(option => listParts(option).map(text => ({ option, value: '', text })));
  return rows[findChoice(rows satisfies Choice[], wanted)]?.option ?? null;
}

function listParts(option: HTMLElement): string[] {
  const leaves = [...option.querySelectorAll('*')].filter(one => one.childElementCount === 0);
  const own = [...option.childNodes].filter(one => one instanceof Text).map(one => one.data);
  return [...leaves.map(readText), ...own].filter(text => /\p{L}{3}/u.test(text));
}

function readCode(option: HTMLElement): string {
  return option.dataset.value ?? option.getAttribute('value') ?? '';
}

function listOpenOptions(box: Element, selector = OPTIONS): HTMLElement[] {
  const options = [...box.querySelectorAll<HTMLElement>(selector), ...listSlotted(box, selector)];
  return options.slice(0, MOST_OPTIONS).filter(one => one.getAttribute('aria-disabled') !== 'true');
}

// Components are given their options from outside, and may draw each in a shadow root of its own.
function listSlotted(box: Element, selector: string): HTMLElement[] {
  const slots = [...box.querySelectorAll('slot'), ...(box.shadowRoot?.querySelectorAll('slot') ?? [])];
  return slots.flatMap(slot =>
    slot.assignedElements({ flatten: true }).flatMap(one => {
      if (!(one instanceof HTMLElement)) return [];
      return findDrawn(one) !== one || one.matches(selector) ? [one] : listOpenOptions(one, selector);
    }),
  );
}

function findList(combobox: HTMLElement): HTMLElement | null {
  const { ownerDocument: document } = combobox;
  const own = combobox.getRootNode();
  const roots = own instanceof ShadowRoot ? [own, document] : [document];
  for (const root of roots) {
    for (const attribute of ['aria-controls', 'aria-owns']) {
      const id = combobox.getAttribute(attribute)?.split(/\s+/)[0];
      const named = id ? callOwn(root, 'getElementById', id) : null;
      if (named) return named;
    }
  }
  if (combobox.querySelector(`[role="listbox"],${ROLE}`)) return combobox;
  const lists = roots.flatMap(
    root => [...callOwn(root, 'querySelectorAll', '[role="listbox"]')] as HTMLElement[],
  );
  return lists.find(one => one !== combobox && isVisible(one)) ?? null;
}

function listPlainOptions(combobox: HTMLElement): HTMLElement[] {
  // The smallest box around the combobox in which something is offered, and nothing else is asked.
  let box: Element | null = combobox;
  for (let step = 0; box && step < HIGHEST_BOX; step++, box = parentAcrossShadow(box)) {
    if (box.querySelectorAll(CONTROLS).length > 1) break;
    const known = listOpenOptions(box);
    const options = known.length > 0 ? known : listOpenOptions(box, PLAIN_OPTIONS);
    if (options.some(one => isVisible(one))) return options;
  }
  return [];
}
