import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startContent } from '#extension/content/start.ts';

export default defineUnlistedScript(startContent);
