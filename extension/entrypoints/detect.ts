// First, so that it stands by itself at the beginning: what packs the file packs text and words apart.
import '#extension/detect/rules/packed-lexicon.ts';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startContent } from '#extension/content/start.ts';

/** Put into a frame that has a control, behind `page.js`. */
export default defineUnlistedScript(startContent);
