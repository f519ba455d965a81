import { listShadowRoots, type OpenShadowRoot } from '../detect/walk-roots.ts';

/** What changed since the last call: controls came, went or were shown, or texts beside them changed. */
export interface CheckoutChange {
  fields: boolean;
  texts: boolean;
}

export interface CheckoutWatch {
  stop(): void;
}

const CONTROLS = 'input:not([type=hidden]),select,textarea';
/** More changed places than this in one frame are not looked at one by one. */
const MOST_LOOKS = 200;

/**
 * Calls `onChange` at most once per animation frame, and only for changes that touch controls or, on a page that
 * has some, its texts. Looks at what changed, never at the whole page.
 */
export function watchCheckout(
  document: Document,
  onChange: (change: CheckoutChange) => void,
  openShadowRoot?: OpenShadowRoot,
): CheckoutWatch {
  const view = document.defaultView;
  if (!view) return { stop: () => {} };
  let pending: MutationRecord[] = [];
  let frame = 0;
  let hasControls = document.querySelector(CONTROLS) !== null;
  const deliver = (): void => {
    frame = 0;
    const change = summarise(pending, hasControls);
    pending = [];
    hasControls ||= change.fields;
    if (change.fields || change.texts) onChange(change);
  };
  const observer = new MutationObserver(records => {
    for (const record of records) {
      if (pending.length <= MOST_LOOKS) pending.push(record);
      observeNewRoots(record, watchRoot, openShadowRoot);
    }
    frame ||= view.requestAnimationFrame(deliver);
  });
  const watchRoot = (root: Document | ShadowRoot): void => {
    observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ['hidden', 'class', 'style', 'disabled', 'type', 'aria-hidden', 'open'],
    });
    for (const shadow of listShadowRoots(root, openShadowRoot)) watchRoot(shadow);
  };
  watchRoot(document);
  return {
    stop: () => {
      observer.disconnect();
      if (frame) view.cancelAnimationFrame(frame);
    },
  };
}

function observeNewRoots(
  record: MutationRecord,
  watchRoot: (root: ShadowRoot) => void,
  openShadowRoot?: OpenShadowRoot,
): void {
  for (const node of record.addedNodes) {
    if (!(node instanceof HTMLElement)) continue;
    const own = node.shadowRoot ?? (node.localName.includes('-') ? (openShadowRoot?.(node) ?? null) : null);
    if (own) watchRoot(own);
    if (node.childElementCount > 0)
      for (const shadow of listShadowRoots(node, openShadowRoot)) watchRoot(shadow);
  }
}

function summarise(records: readonly MutationRecord[], hasControls: boolean): CheckoutChange {
  const change = { fields: false, texts: false };
  if (records.length > MOST_LOOKS) return { fields: true, texts: hasControls };
  const looked = new Set<Node>();
  for (const record of records) {
    if (record.type === 'characterData') change.texts ||= hasControls;
    else if (record.type === 'attributes') change.fields ||= hasControls && look(record.target, looked);
    else {
      change.texts ||= hasControls;
      change.fields ||= [...record.addedNodes, ...record.removedNodes].some(node => look(node, looked));
    }
    if (change.fields && change.texts) break;
  }
  return change;
}

function look(node: Node, looked: Set<Node>): boolean {
  if (looked.has(node) || !(node instanceof Element)) return false;
  looked.add(node);
  return node.matches(CONTROLS) || node.shadowRoot !== null || node.querySelector(CONTROLS) !== null;
}
