import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handOverPurpose } from '#extension/detect/hand-over-purpose.ts';
import { createPurposeJudge } from '#extension/detect/judge-purpose.ts';

/** Put into a frame before `fill.js` and before `marker.js`, which both ask what a form is for. */
export default defineUnlistedScript(() => handOverPurpose(createPurposeJudge));
