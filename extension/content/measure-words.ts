import type { FieldEnd, Stretch } from './field-end.ts';

/** Widths of letters as shares of the size of their font: Latin ones, and those that are as wide as high. */
const LATIN = 0.58;
const SQUARE = 1;
/** From the first radical on, scripts of East Asia are as wide as they are high. */
const FIRST_SQUARE = '⺀';
/** What is kept free for the caret. */
const CARET = 6;
const WHOLE: Stretch = { from: 0, to: Infinity };

/** Where in a field its words stand, or will stand as they are typed. */
export function measureWords({ field, style, width, rightToLeft }: FieldEnd): Stretch {
  const words = readWords(field);
  const size = Number.parseFloat(style.fontSize) || 16;
  const spacing = Number.parseFloat(style.letterSpacing) || 0;
  const reach = Array.from(words, letter => spacing + size * (letter < FIRST_SQUARE ? LATIN : SQUARE)).reduce(
    (sum, letter) => sum + letter,
    0,
  );
  if (!(field instanceof HTMLSelectElement) && field.scrollWidth > field.clientWidth) return WHOLE;
  const [before, after] = rightToLeft
    ? [style.paddingRight, style.paddingLeft]
    : [style.paddingLeft, style.paddingRight];
  const align = readAlign(style.textAlign, rightToLeft);
  if (align === 'end') return { from: Number.parseFloat(after ?? '') || 0, to: Infinity };
  const free = width - reach - (Number.parseFloat(before ?? '') || 0);
  const caret = field instanceof HTMLSelectElement ? 0 : CARET;
  return { from: (align === 'center' ? free / 2 : free) - caret, to: Infinity };
}

function readWords(field: FieldEnd['field']): string {
  if (field instanceof HTMLSelectElement) return field.selectedOptions[0]?.text ?? '';
  return field.value || (field.getAttribute('placeholder') ?? '');
}

function readAlign(textAlign: string, rightToLeft: boolean): 'start' | 'center' | 'end' {
  if (/center/.test(textAlign)) return 'center';
  if (textAlign === 'end' || textAlign === (rightToLeft ? 'left' : 'right')) return 'end';
  return 'start';
}
