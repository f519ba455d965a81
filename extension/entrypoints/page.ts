import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startLookout } from '#extension/content/start-lookout.ts';

export default defineUnlistedScript(startLookout);
