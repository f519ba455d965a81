import { callOwn, readRoot } from './call-own.ts';
import type { FieldText } from './field-description.ts';
import { measureScale } from './judge-legibility.ts';
import { staysSo } from './judge-moments.ts';
import { isInSight } from './judge-sight.ts';
import { isVisible } from './judge-visibility.ts';
import { CONTROL, readOwnText, readTextBefore } from './read-texts.ts';
import type { Root } from './sight-lens.ts';
import type { FieldElement } from './walk-roots.ts';

/** A frame that the page embeds, as the page itself speaks of it. */
export interface DescribedSlot {
  /** Its place among the frames of the window; null below a shadow root, where it has none. */
  index: number | null;
  /** How many of the given controls stand before it. */
  order: number;
  name: string;
  /** As the page wrote it, made absolute; empty where it has none. */
  address: string;
  texts: FieldText[];
  visible: boolean;
}

const MOST_SLOTS = 50;
const LONGEST_TEXT = 120;
const LONGEST_ADDRESS = 2000;
/** Frames without a place of their own in the page: counters, pixels. */
const SMALLEST_AREA_PX = 64;
/** Letters of a usual size in a frame drawn smaller are read by nobody. */
const SMALLEST_SCALE = 0.35;

/** Describes the frames in `roots` and places them among the page's `controls` (in tree order). */
export function describeSlots(roots: readonly Root[], controls: readonly FieldElement[]): DescribedSlot[] {
  const all = roots.flatMap(root => [...callOwn(root, 'querySelectorAll', 'iframe')] as HTMLIFrameElement[]);
  const frames = all.filter(takesSpace).slice(0, MOST_SLOTS);
  return frames.map(frame => ({
    index: findIndex(frame),
    order: countBefore(frame, controls),
    name: frame.name.slice(0, 200),
    address: readAddress(frame),
    texts: readFrameTexts(frame),
    visible: isShown(frame, roots) && staysSo(frame, roots, () => isShown(frame, roots)),
  }));
}

function isShown(frame: HTMLIFrameElement, roots: readonly Root[]): boolean {
  return isVisible(frame) && measureScale(frame) >= SMALLEST_SCALE && isInSight(frame, roots);
}

function takesSpace(frame: HTMLIFrameElement): boolean {
  return frame.offsetWidth * frame.offsetHeight >= SMALLEST_AREA_PX;
}

// Windows of other sites may be compared, and nothing else may be done with them.
function findIndex(frame: HTMLIFrameElement): number | null {
  const view = readRoot(frame.ownerDocument, 'defaultView');
  const own = frame.contentWindow;
  if (!view || !own) return null;
  for (let at = 0; at < view.length && at < 1000; at++) if (view[at] === own) return at;
  return null;
}

function countBefore(frame: HTMLIFrameElement, controls: readonly FieldElement[]): number {
  const { DOCUMENT_POSITION_PRECEDING, DOCUMENT_POSITION_DISCONNECTED } = Node;
  let [low, high] = [0, controls.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const position = controls[middle]?.compareDocumentPosition(frame) ?? 0;
    const framePrecedes =
      (position & DOCUMENT_POSITION_PRECEDING) !== 0 && (position & DOCUMENT_POSITION_DISCONNECTED) === 0;
    if (framePrecedes) high = middle;
    else low = middle + 1;
  }
  return low;
}

function readAddress(frame: HTMLIFrameElement): string {
  const url = frame.src === '' ? null : URL.parse(frame.src, frame.baseURI);
  return (url?.href ?? '').slice(0, LONGEST_ADDRESS);
}

function readFrameTexts(frame: HTMLIFrameElement): FieldText[] {
  const texts: FieldText[] = [];
  const add = (source: FieldText['source'], text: string | null): void => {
    const clean = text?.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TEXT);
    if (clean) texts.push({ source, text: clean });
  };
  add('aria', frame.getAttribute('aria-label'));
  const labels = frame.id ? readLabelsFor(frame) : '';
  add('before', labels || readTextBefore(frame, `${CONTROL},iframe`));
  add('title', frame.title);
  return texts;
}

// A frame is no control: a label that names its holder by id is found by hand.
function readLabelsFor(frame: HTMLIFrameElement): string {
  const root = frame.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return '';
  const label = callOwn(root, 'querySelector', `label[for="${CSS.escape(frame.id)}"]`);
  return label ? readOwnText(label) : '';
}
