import { callOwn } from './call-own.ts';
import type { FieldText } from './field-description.ts';
import { foldLetters, foldText, hasLetters, squeezeSpaces } from './fold-text.ts';
import type { LabelIndex } from './label-index.ts';
import { measureText } from './measure-text.ts';
import { isSelected, nextOf, nodesIn, parentOf, previousOf, readOwn, tagOf } from './read-own.ts';
import { matchText } from './rules/match-rules.ts';
import { TRAP_TEXT } from './trap-text.ts';
import { type FieldElement, isNative } from './walk-roots.ts';

const LONGEST_TEXT = 120;
const FARTHEST_STEPS = 14;
const NEAREST_STEPS = 5;
const LONGEST_AFTER = 40;
/** Controls beside each other that labels before them may be for. */
const MOST_IN_ROW = 40;
const LONGEST_PROMPT = 40;
/** Of a prompt, what phrases of the rules name: all but a space or a sign. */
const NAMED_SHARE = 0.8;
const HEADING = /^(?:H[1-6]|LEGEND)$/;
/** What a page says when something is missing, where a label may stand too. */
const COMPLAINT =
  /^\W*(?:(?:this|required) field|field (?:is )?required|(?:is )?required\.?$|must |invalid|not valid|enter a valid|champ (?:requis|obligatoire)|ce champ|campo (?:requ|oblig|obblig)|pflichtfeld|dieses feld|dit veld|verplicht)/i;
/** How the choice of nothing begins, in folded letters. */
const PROMPT =
  /^\W*(?:selec|choose|please|pick|bitte|wahl|choisi|elig|elij|escol|scegli|kies|wybierz|valj|vaelg|velg|valitse|vyber|zvol|valassz|aleg|επιλ|выбер|secin|pilih|chon|избер|обер|请|請|選|选|선택)/;
/** What stands behind a control as its unit. */
const UNIT = /^\s*[一-鿿][一-鿿/／]{0,3}\s*$/;
const TRAP_CLASS = '[class*="honeypot"],[class*="gform_validation"]';
const HINT_CLASS = /desc|hint|help|note|instr|valid/;
export const CONTROL = 'input:not([type=hidden],[role=presentation]),select,textarea,button';
const SKIPPED = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'OPTION', 'SELECT', 'TEXTAREA']);

/** All texts that name a control, most binding first. */
export function readTexts(element: FieldElement, labels: LabelIndex): FieldText[] {
  const texts: FieldText[] = [];
  const add = (source: FieldText['source'], text: string | null | undefined): void => {
    const clean = text && squeezeSpaces(text).slice(0, LONGEST_TEXT);
    if (clean) texts.push({ source, text: clean });
  };
  for (const label of labels.labelsOf(element)) add('label', readOwnText(label));
  add('aria', element.getAttribute('aria-label'));
  add('aria', readReferenced(element, 'aria-labelledby'));
  add('placeholder', readPlaceholder(element));
  add('title', element.title || readBoxTitle(element));
  if (!texts.some(one => one.source === 'label' || one.source === 'aria')) {
    const column = readColumnHead(element);
    const before =
      readUnit(element.nextSibling) ||
      readFloating(element) ||
      readRowLabel(element) ||
      readTextBefore(element);
    if (!isRowOfHeads(element, column, before)) add('before', before);
    add('column', column);
    if (texts.length === 0) add('after', readTextAfter(element));
  }
  add('after', readWarning(element));
  return texts;
}

// A select says in its first, valueless option what others say in a placeholder.
function readPlaceholder(element: FieldElement): string {
  if (!isNative(element)) return '';
  // Lists of choices have one too, for the widget that a script makes of them.
  const shown = element.getAttribute('placeholder') || element.getAttribute('data-placeholder');
  if (shown || !(element instanceof HTMLSelectElement)) return shown || readPrompt(element);
  const first = element.options[0];
  if (!first) return '';
  const isPrompt =
    (element.options.length === 1 && !/\d/.test(first.text)) || PROMPT.test(foldLetters(first.text));
  return isPrompt || /^(|0|-1|null|none)$/i.test(first.value.trim()) ? first.text : '';
}

/** What a page writes into an empty field in place of a placeholder: phrases that name it, and nothing else. */
function readPrompt(element: Element): string {
  const said = element.getAttribute('value') ?? '';
  if (said.length > LONGEST_PROMPT || !/^[^\d@,]{3,}$/.test(said)) return '';
  const named = matchText(foldText(said)).reduce((sum, { start, end }) => sum + end - start, 0);
  return named > NAMED_SHARE * measureText(foldText(said)) ? said : '';
}

function readReferenced(element: FieldElement, attribute: string): string {
  const ids = element.getAttribute(attribute);
  if (!ids) return '';
  const root = element.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return '';
  return ids
    .split(/\s+/)
    .map(id => (id && id !== element.id ? callOwn(root, 'getElementById', id) : null))
    .map(one => (one ? readOwnText(one) : ''))
    .join(' ');
}

/** The words of `node` without scripts, options and nested controls. */
export function readOwnText(node: Node): string {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element) || SKIPPED.has(tagOf(node))) return '';
  let text = '';
  for (const child of nodesIn(node)) {
    text += ` ${readOwnText(child)}`;
    if (text.length > 4 * LONGEST_TEXT) break;
  }
  return text;
}

/** Text that stands before the control, up to what `stop` selects: the control before it. What names it, before what helps. */
export function readTextBefore(element: Element, stop = CONTROL): string {
  let node: Node | null = element;
  for (let step = 0; node && step < FARTHEST_STEPS; step++) {
    const previous: ChildNode | null = readOwn(node, 'previousSibling');
    if (!previous) {
      const behind = node === element && isBehind(nextOf(element));
      node = readOwn(node, 'parentNode');
      if (behind || isBounds(node)) return '';
      continue;
    }
    node = previous;
    if (endsLabels(previous, stop)) return '';
    const text = readLabelText(previous).slice(-LONGEST_TEXT);
    if (text) return passHelp(text, previous, stop);
  }
  return '';
}

function endsLabels(node: ChildNode, stop: string): boolean {
  return holds(node, stop) || isSectionHead(node) || isRestOfLine(node) || isAction(node);
}

function isNamed(text: string): boolean {
  return matchText(foldText(text)).length > 0;
}

// What only helps with a control, a sentence or words that name nothing, stands behind its label.
function passHelp(said: string, help: ChildNode, stop: string): string {
  if (isNamed(said) && !said.endsWith('.')) return said;
  let node: ChildNode | null = readOwn(help, 'previousSibling');
  for (let step = 0; node && step < NEAREST_STEPS && !endsLabels(node, stop); step++) {
    const text = readLabelText(node).slice(-LONGEST_TEXT);
    if (text) return isNamed(text) ? text : said;
    node = readOwn(node, 'previousSibling');
  }
  return said;
}

// What stands before the first cell of a row is the whole row of heads.
function isRowOfHeads(element: Element, column: string, before: string): boolean {
  const cell = element.closest('td');
  return column !== '' && cell?.cellIndex === 0 && !squeezeSpaces(readOwnText(cell)).includes(before);
}

// Labels of nothing in a row before as many controls: the first is the first one's.
function readRowLabel(element: Element): string {
  let before = 0;
  let node = previousOf(element);
  for (; node && before < MOST_IN_ROW && isSelected(node, CONTROL); node = previousOf(node)) before++;
  const labels: Element[] = [];
  for (; node instanceof HTMLLabelElement && !node.control; node = previousOf(node)) labels.unshift(node);
  if (labels.length < 2) return '';
  let count = before + 1;
  for (node = nextOf(element); node && isSelected(node, CONTROL); node = nextOf(node)) count++;
  const label = labels[before];
  return label && count === labels.length ? readOwnText(label) : '';
}

// A table in a cell is a part of its row.
function isBounds(node: Node | null): boolean {
  if (!(node instanceof Element)) return true;
  return /^(FORM|BODY|FIELDSET|TABLE)$/.test(tagOf(node)) && !isSelected(parentOf(node), 'td');
}

// A box around one control may bear its title.
function readBoxTitle(element: Element): string {
  const box = parentOf(element);
  const title = box && readOwn(box, 'title');
  return title && listControls(box)[0] === element ? title : '';
}

function listControls(box: Element): ArrayLike<Element> {
  return readOwn(box, 'querySelectorAll').call(box, CONTROL);
}

// Where a box holds thousands, its first one mostly answers.
function holdsAnother(box: Element, control: Element): boolean {
  const first = readOwn(box, 'querySelector').call(box, CONTROL);
  return (first !== control && isSelected(control, CONTROL)) || listControls(box).length > 1;
}

// What is no label: signs without letters, what a page says of a mistake.
function readLabelText(node: Node): string {
  const text = squeezeSpaces(readOwnText(node));
  return hasLetters(text) && !COMPLAINT.test(text) ? text : '';
}

// A text between a control and the end of its line is that control's.
function isRestOfLine(node: Node): boolean {
  if (!(node instanceof Text)) return isBehind(node);
  if (readUnit(node)) return true;
  return (
    node.nextSibling instanceof HTMLBRElement &&
    hasLetters(node.data) &&
    isSelected(node.previousSibling, CONTROL)
  );
}

// A label of nothing right behind a control, where labels stand behind: the first one does.
function isBehind(label: Node | null): boolean {
  if (!(label instanceof HTMLLabelElement) || label.control) return false;
  const box = parentOf(label);
  const first = box && readOwn(box, 'querySelector').call(box, `label,${CONTROL}`);
  if (first instanceof HTMLLabelElement || !isSelected(label.previousElementSibling, CONTROL)) return false;
  return !endsInField(box);
}

// A control without a label before pairs of label and control: the last one has nothing behind it.
function endsInField(box: Element | null): boolean {
  let last = box && readOwn(box, 'lastElementChild');
  for (let step = 0; last && step < NEAREST_STEPS && !isSelected(last, `label,${CONTROL}`); step++)
    last = previousOf(last);
  return isSelected(last, 'input:not([type=submit]),select,textarea');
}

// A few signs right behind a control (`[ ] 省 [ ] 市`, `[ ] 姓 [ ] 名`), where nothing stands before the first one.
function readUnit(node: Node | null): string {
  if (!(node instanceof Text) || !UNIT.test(node.data) || !isSelected(node.previousSibling, CONTROL))
    return '';
  const box = parentOf(node);
  const [first, last] = box ? [readOwn(box, 'firstChild'), readOwn(box, 'lastElementChild')] : [];
  const isBetween = isSelected(last, CONTROL) && !hasLetters(last?.nextSibling?.nodeValue ?? '');
  return isBetween || (first && hasLetters(readOwn(first, 'textContent') ?? '')) ? '' : node.data;
}

// A placeholder of blanks tells a style sheet that nothing is typed: the label behind the control moves over it.
function readFloating(element: Element): string {
  const label = /^\s+$/.test(element.getAttribute('placeholder') ?? '') ? nextOf(element) : null;
  return label && !holds(label, CONTROL) ? readLabelText(label) : '';
}

// A link right behind a control looks its answer up.
function isAction(node: Node): boolean {
  return node instanceof HTMLAnchorElement && isSelected(node.previousElementSibling, CONTROL);
}

// A heading over several controls names their section, not the first of them.
function isSectionHead(node: Node): boolean {
  if (!(node instanceof Element) || !HEADING.test(tagOf(node))) return false;
  const box = parentOf(node);
  return box !== null && listControls(box).length > 1;
}

// A field for robots says so behind it or in its class, which its style sheet hides from people.
function readWarning(element: Element): string {
  if (element.closest(TRAP_CLASS)) return 'honeypot';
  const box = parentOf(element);
  const near = [nextOf(element), box && nextOf(box)];
  const hint = near.find(one => one && HINT_CLASS.test(readOwn(one, 'className')));
  const text = hint ? readOwnText(hint) : '';
  return TRAP_TEXT.test(text) ? text : '';
}

function readRestOfLine({ nextSibling, nextElementSibling }: Element): string {
  if (nextElementSibling && isBehind(nextElementSibling)) return readOwnText(nextElementSibling);
  if (!(nextSibling instanceof Text)) return '';
  const end = nextSibling.nextSibling;
  return !end || end instanceof HTMLBRElement ? nextSibling.data : '';
}

/** Text behind the control inside the smallest box that holds no other one: labels that float are written so. */
function readTextAfter(element: Element): string {
  const rest = readRestOfLine(element);
  if (rest) return rest;
  let box: Element | null = element;
  for (let step = 0; box && step < NEAREST_STEPS; step++) {
    const parent = parentOf(box);
    if (!parent || holdsAnother(parent, element)) return '';
    for (let node = readOwn(box, 'nextSibling'); node; node = readOwn(node, 'nextSibling')) {
      const text = squeezeSpaces(readOwnText(node));
      if (hasLetters(text)) return text.length <= LONGEST_AFTER ? text : '';
    }
    box = parent;
  }
  return '';
}

function holds(node: Node, selector: string): boolean {
  if (!(node instanceof Element)) return false;
  return isSelected(node, selector) || readOwn(node, 'querySelector').call(node, selector) !== null;
}

// A table may name its controls in the row above them; over a single cell stands the head of a section.
function readColumnHead(element: Element): string {
  const cell = element.closest('td');
  const row = cell && parentOf(cell);
  if (!row) return '';
  const before = [previousOf(row), previousOf(parentOf(row) ?? row)];
  const above = before[0] ?? (before[1] && readOwn(before[1], 'lastElementChild'));
  const heads = above ? readOwn(above, 'children') : [];
  if (heads.length < 2 || readOwn(row, 'children').length !== heads.length) return '';
  const head = heads[cell.cellIndex];
  return head && !holds(head, CONTROL) ? readOwnText(head) : '';
}
