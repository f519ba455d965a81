import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startContent } from '#extension/content/start.ts';

/** Put into a frame that has a control, behind `page.js` and `lexicon.js`. */
export default defineUnlistedScript(startContent);
