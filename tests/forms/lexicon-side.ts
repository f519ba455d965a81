import { handOverLexicons } from '#extension/detect/rules/hand-over-lexicon.ts';
import { PACKED_LEXICONS } from '#extension/detect/rules/packed-lexicon.ts';

handOverLexicons(PACKED_LEXICONS);
