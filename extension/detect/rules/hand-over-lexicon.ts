import type { PackedLexicons } from './lexicon.ts';

const LEXICON = Symbol.for('wayveil.lexicon');

/** Leaves the lexicons to the script that detects: both are in one world, apart from the page's. */
export function handOverLexicons(lexicons: PackedLexicons): void {
  Object.defineProperty(globalThis, LEXICON, { value: lexicons, configurable: true });
}

/** What was handed over; the script that does so is put into a page first. */
export function findHandedLexicons(): PackedLexicons {
  const handed = (globalThis as { [LEXICON]?: PackedLexicons })[LEXICON];
  if (!handed) throw new Error('no lexicon was handed over');
  return handed;
}
