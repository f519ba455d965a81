import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startFill } from '#extension/content/start-fill.ts';

/** Put into a frame behind `detect.js` when its owner wants to see or fill what it asks for. */
export default defineUnlistedScript(startFill);
