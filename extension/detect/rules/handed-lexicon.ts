import { findHandedLexicons } from './hand-over-lexicon.ts';

/** In the scripts that detect and fill this stands for `packed-lexicon.ts`: `lexicon.js` was put into the page before it. */
export const PACKED_LEXICONS = findHandedLexicons();
