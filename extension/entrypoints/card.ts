import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startCard } from '#extension/content/start-card.ts';

/** Put into a frame behind `detect.js` when a card is asked for there, or may be. */
export default defineUnlistedScript(startCard);
