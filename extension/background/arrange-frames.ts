import type { FieldDescription } from '#extension/detect/field-description.ts';
import { nameByFrame } from '#extension/detect/name-by-frame.ts';
import type { DescribedField, FrameSlot, Surroundings } from '#extension/messages/field-words.ts';
import type { FrameAnswer } from '#extension/messages/frame-map.ts';

/** A frame with what it said of itself; `origin` is what the browser said. */
export interface HeardFrame {
  frameId: number;
  documentId: string | null;
  origin: string;
  described: FrameAnswer<'describe_fields'>;
}

/** A frame in its place in the tab. */
export interface ArrangedFrame extends HeardFrame {
  parent: ArrangedFrame | null;
  /** As its parent speaks of it. */
  slot: FrameSlot | null;
  /** Whether a person sees it: its parents say so, up to the top. */
  seen: boolean;
}

/** An embedded page with more controls is a form of its own, no part of its parent's. */
const MOST_PART_FIELDS = 8;
const MOST_SEQUENCE = 200;
/** Farther away no field explains another. */
const MOST_BESIDE = 15;

/** Puts the frames of a tab into their parents: by window index, else by the one slot of that name or origin. Pure. */
export function arrangeFrames(heard: readonly HeardFrame[]): ArrangedFrame[] {
  const frames = heard
    .map((one): ArrangedFrame => ({ ...one, parent: null, slot: null, seen: one.frameId === 0 }))
    .sort((one, other) => countDepth(one) - countDepth(other));
  for (const frame of frames) {
    if (frame.frameId === 0) continue;
    const found = findByPlace(frame, frames) ?? findByName(frame, frames);
    if (!found) continue;
    Object.assign(frame, found);
    frame.seen = found.parent.seen && found.slot.visible;
  }
  return frames;
}

/** Whether a page shows a frame that has not been heard. Pure. */
export function lacksFrame(frames: readonly ArrangedFrame[]): boolean {
  const heard = new Set(frames.map(({ slot }) => slot));
  return frames.some(
    ({ seen, described }) => seen && described.slots.some(slot => slot.visible && !heard.has(slot)),
  );
}

function countDepth({ frameId, described }: HeardFrame): number {
  if (frameId === 0) return 0;
  return described.place?.length ?? 9;
}

interface Found {
  parent: ArrangedFrame;
  slot: FrameSlot;
}

function findByPlace(frame: ArrangedFrame, frames: readonly ArrangedFrame[]): Found | null {
  const { place } = frame.described;
  if (!place || place.length === 0) return null;
  const above = place.slice(0, -1).join('.');
  const parent = frames.find(one => one !== frame && one.described.place?.join('.') === above);
  const slot = parent?.described.slots.find(({ index }) => index === place.at(-1));
  return parent && slot ? { parent, slot } : null;
}

// Below a shadow root windows have no index: a name, an address or an origin tells a frame where only one has it.
function findByName(frame: ArrangedFrame, frames: readonly ArrangedFrame[]): Found | null {
  const all = frames
    .filter(one => one !== frame)
    .flatMap(parent => parent.described.slots.map(slot => ({ parent, slot })))
    .filter(({ slot }) => slot.index === null);
  const { windowName, address } = frame.described;
  const ways: ((slot: FrameSlot) => boolean)[] = [
    slot => windowName !== '' && slot.name === windowName,
    slot => slot.address === address,
    slot => URL.parse(slot.address)?.origin === frame.origin,
  ];
  const found = ways.map(fits => all.filter(({ slot }) => fits(slot))).find(fitting => fitting.length > 0);
  return found?.length === 1 ? (found[0] ?? null) : null;
}

interface Item {
  frame: ArrangedFrame;
  field: DescribedField;
}

/**
 * What stands around one frame: the controls of the frames beside and below it, and of the one around it those
 * that ask for something of ours. Null where nothing does. Pure.
 */
export function findSurroundings(
  frame: ArrangedFrame,
  frames: readonly ArrangedFrame[],
): Surroundings | null {
  const top = frames.find(({ frameId }) => frameId === 0);
  if (!top || !frame.seen) return null;
  const items = keepNear(
    flatten(top, frames).filter(item => isPart(item, frame)),
    frame,
  );
  if (items.length === 0 || (!frame.slot && items.every(item => item.frame === frame))) return null;
  const sequence = items.map(item => (item.frame === frame ? item.field.key : item.field));
  const { name = '', texts = [] } = frame.slot ?? {};
  return { name, texts, sequence: keepAnchors(sequence).slice(0, MOST_SEQUENCE) };
}

const NAMELESS = { name: '', texts: [] };

function keepNear(items: readonly Item[], of: ArrangedFrame): Item[] {
  const first = items.findIndex(({ frame }) => frame === of);
  const last = items.findLastIndex(({ frame }) => frame === of);
  return first < 0 ? [] : items.slice(Math.max(0, first - MOST_BESIDE), last + MOST_BESIDE + 1);
}

/** The controls of a frame and of the small frames in it, in the order of the page. */
function flatten(frame: ArrangedFrame, frames: readonly ArrangedFrame[]): Item[] {
  const children = frames
    .filter(({ parent, seen }) => parent === frame && seen)
    .sort((one, other) => (one.slot?.order ?? 0) - (other.slot?.order ?? 0));
  const items: Item[] = [];
  const fields = nameByFrame(frame.described.fields as FieldDescription[], frame.slot ?? NAMELESS);
  for (let at = 0; at <= fields.length; at++) {
    for (const child of children) if (child.slot?.order === at) items.push(...flatten(child, frames));
    const field = fields[at];
    if (field) items.push({ frame, field });
  }
  return items;
}

function isPart({ frame, field }: Item, of: ArrangedFrame): boolean {
  if (frame === of) return true;
  const small = frame.described.fields.length <= MOST_PART_FIELDS;
  if (isBelow(frame, of)) return small;
  const around = of.parent;
  if (!around || of.described.fields.length > MOST_PART_FIELDS) return false;
  if (frame !== around) return small && isBelow(frame, around);
  return around.described.named.some(({ fieldKey }) => fieldKey === field.key);
}

function isBelow(frame: ArrangedFrame, above: ArrangedFrame): boolean {
  for (let one = frame.parent; one; one = one.parent) if (one === above) return true;
  return false;
}

// Of a frame's own controls only those beside a control of another frame say where that one stands.
function keepAnchors(sequence: Surroundings['sequence']): Surroundings['sequence'] {
  return sequence.filter((one, at) => {
    const beside = [sequence[at - 1], sequence[at + 1]];
    return typeof one !== 'string' || beside.some(other => other !== undefined && typeof other !== 'string');
  });
}
