import { parentOf } from '../detect/read-own.ts';
import type { FieldEnd, Stretch } from './field-end.ts';

/** Half of the height that the marker takes, and a little air. */
const BAND = 10;
const MOST_NEIGHBOURS = 60;
/** What is wider than this share of its field is the field's own frame or colour. */
const WIDE = 0.75;
/** The side of a picture of unknown size. */
const PICTURE = 24;
/** The width of a letter, as a share of the size of its font. */
const LETTER = 0.7;

/** What the shop draws at the end of a field or beside it and no hit test finds. */
export function listDrawn(end: FieldEnd): Stretch[] {
  return [
    ...listPictures(end),
    ...listDeaf(end),
    ...listTexts(end),
    ...end.holders.flatMap(holder =>
      ['::before', '::after'].flatMap(name => readPseudo(end, holder, name) ?? []),
    ),
  ];
}

/** Pictures behind the field's own text that stand at its end. */
function listPictures({ style, rightToLeft, width }: FieldEnd): Stretch[] {
  if (!/url\(|image-set\(/.test(style.backgroundImage)) return [];
  const sizes = style.backgroundSize.split(', ');
  return style.backgroundPositionX.split(', ').flatMap((position, index) => {
    const share = Number.parseFloat(/-?[\d.]+%/.exec(position)?.[0] ?? '0') / 100;
    const shift = Number.parseFloat(/-?[\d.]+px/.exec(position.replace('- ', '-'))?.[0] ?? '0');
    const size = Number.parseFloat(/^[\d.]+px/.exec(sizes[index] ?? '')?.[0] ?? '') || PICTURE;
    const left = share * (width - size) + shift;
    const from = rightToLeft ? left : width - left - size;
    return from < width / 2 ? [{ from, to: from + size }] : [];
  });
}

/** Neighbours that let the pointer through: icons, and words that stand in the field. */
function listDeaf(end: FieldEnd): Stretch[] {
  const neighbours = [...(end.holders.at(-1)?.querySelectorAll('*') ?? [])].slice(0, MOST_NEIGHBOURS);
  const deaf = neighbours.filter(
    one => getComputedStyle(one).pointerEvents === 'none' && one.checkVisibility({ opacityProperty: true }),
  );
  return deaf.flatMap(one => {
    const range = document.createRange();
    range.selectNodeContents(one);
    const boxes = [one.getBoundingClientRect(), ...(one.textContent ? range.getClientRects() : [])];
    return keepNear(end, boxes);
  });
}

/** Words that stand beside the field without an element of their own. */
function listTexts(end: FieldEnd): Stretch[] {
  return end.holders.flatMap(holder =>
    [...holder.childNodes].flatMap(node => {
      if (!(node instanceof Text) || node.data.trim() === '') return [];
      const range = document.createRange();
      range.selectNodeContents(node);
      return keepNear(end, [...range.getClientRects()]);
    }),
  );
}

function keepNear({ middle, width, toStretch }: FieldEnd, boxes: readonly DOMRect[]): Stretch[] {
  return boxes
    .filter(box => box.width > 0 && box.width < width * WIDE)
    .filter(box => box.top < middle + BAND && box.bottom > middle - BAND)
    .map(toStretch);
}

/** What a style sheet draws before or after the content of `holder`, as far as it can be told where that is. */
function readPseudo(end: FieldEnd, holder: Element, name: string): Stretch | null {
  const style = getComputedStyle(holder, name);
  const { content, display, position, left, top, width, height, fontSize } = style;
  if (/^(?:none|normal)$/.test(content) || display === 'none') return null;
  const [x, y, wide, high] = [left, top, width, height].map(Number.parseFloat);
  if (position === 'static' || position === 'relative') {
    if (name === '::before' || !isLast(holder, end.field)) return null;
    const letters = Math.max(0, content.length - 2) * Number.parseFloat(fontSize) * LETTER;
    return { from: -Math.max(wide || 0, letters) - BAND, to: 0 };
  }
  if (x === undefined || y === undefined || !wide || !high) return null;
  const box = findPlaced(holder).getBoundingClientRect();
  return keepNear(end, [new DOMRect(box.left + x, box.top + y, wide, high)])[0] ?? null;
}

/** What an absolute position inside of `holder` counts from. */
function findPlaced(holder: Element): Element {
  for (let one: Element = holder; ; ) {
    if (getComputedStyle(one).position !== 'static') return one;
    const above = parentOf(one);
    if (!above) return one;
    one = above;
  }
}

function isLast(holder: Element, field: Element): boolean {
  for (let one: Element | null = field; one && one !== holder; one = parentOf(one))
    if (one.nextElementSibling) return false;
  return true;
}
