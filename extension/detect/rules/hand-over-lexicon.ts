import type { PackedLexicons } from './lexicon.ts';

const LEXICON = Symbol.for('wayveil.lexicon');

type HandingOver = typeof globalThis & { [LEXICON]: PackedLexicons };

/** Leaves the lexicons to the script that detects: both are in one world, apart from the page's. */
export function handOverLexicons(lexicons: PackedLexicons): void {
  (globalThis as HandingOver)[LEXICON] = lexicons;
}

/** What was handed over; the script that does so is put into a page first. */
export function findHandedLexicons(): PackedLexicons {
  return (globalThis as HandingOver)[LEXICON];
}
