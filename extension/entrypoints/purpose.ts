import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handOverPurpose } from '#extension/detect/hand-over-purpose.ts';
import { createPurposeJudge } from '#extension/detect/judge-purpose.ts';
import { PageSigns } from '#extension/detect/page-signs.ts';

/** Put into a frame before `fill.js` and before `marker.js`, which both ask what a form is for. */
export default defineUnlistedScript(() => {
  const page = new PageSigns(document);
  handOverPurpose(asked => createPurposeJudge(asked, page));
});
