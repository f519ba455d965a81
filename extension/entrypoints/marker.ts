import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startMarker } from '#extension/content/start-marker.ts';

/** Put into a frame when the focus first comes to a field that asks for something of ours. */
export default defineUnlistedScript(startMarker);
