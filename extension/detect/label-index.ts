import { callOwn } from './call-own.ts';
import { parentOf } from './read-own.ts';
import type { FieldElement } from './walk-roots.ts';

const CONTROL = 'input:not([type=hidden]),select,textarea';

/**
 * The labels of controls, root by root. Each is asked which control it is for; the platform's own `labels` looks the
 * whole page over for every control.
 */
export class LabelIndex {
  readonly #known = new Map<Node, Map<Element, HTMLLabelElement[]>>();

  /** In the order of the page. */
  labelsOf(control: FieldElement): readonly HTMLLabelElement[] {
    const root = control.getRootNode();
    const known = this.#known.get(root) ?? listLabels(root);
    this.#known.set(root, known);
    return known.get(control) ?? [];
  }

  /** What is known is no longer so: elements came or went, or were named otherwise. */
  forget(): void {
    this.#known.clear();
  }
}

function listLabels(root: Node): Map<Element, HTMLLabelElement[]> {
  const found = new Map<Element, HTMLLabelElement[]>();
  if (!(root instanceof Document || root instanceof DocumentFragment || root instanceof Element))
    return found;
  for (const label of callOwn(root, 'querySelectorAll', 'label') as NodeListOf<HTMLLabelElement>) {
    const { control } = label;
    if (!control) continue;
    const others = found.get(control);
    if (!others) found.set(control, [label]);
    else if (!others[0] || isCopied(control, root)) others.length = 0;
    else others.push(label);
  }
  for (const [control, labels] of found) {
    if (labels.length < 2) continue;
    found.set(
      control,
      labels.filter(label => !isOfAnother(label, control, found)),
    );
  }
  return found;
}

// One of several labels of a control, alone in a box with another that has none: its `for` was copied.
function isOfAnother(label: HTMLLabelElement, control: Element, found: Map<Element, Element[]>): boolean {
  const box = parentOf(label);
  const [own, next] = box ? callOwn(box, 'querySelectorAll', CONTROL) : [];
  if (!own || next || own === control || found.has(own)) return false;
  found.set(own, [label]);
  return true;
}

// Labels of several controls that were given one id: the platform gives them all to the first.
function isCopied({ id }: Element, root: ParentNode): boolean {
  return id !== '' && callOwn(root, 'querySelectorAll', `#${CSS.escape(id)}`).length > 1;
}
