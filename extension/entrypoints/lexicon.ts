import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handOverLexicons } from '#extension/detect/rules/hand-over-lexicon.ts';
import { PACKED_LEXICONS } from '#extension/detect/rules/packed-lexicon.ts';

/** Put into a frame before `detect.js` and `fill.js`, which read it. Bits and text by themselves compress better. */
export default defineUnlistedScript(() => handOverLexicons(PACKED_LEXICONS));
