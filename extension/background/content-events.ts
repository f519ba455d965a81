import type { ContentHandlers } from '#extension/messages/receive.ts';
import { showDot } from './badge-dot.ts';
import { keepFrame } from './frames.ts';
import { isMarkerShown, openPopup } from './marker.ts';
import { startCardWatch, startDetection, startMarker } from './page-scripts.ts';
import { recognizeCard } from './recognize-card.ts';
import type { Services } from './services.ts';

/** What content scripts may tell and ask. */
export function createContentHandlers(services: Services): ContentHandlers {
  const { area } = services;
  return {
    async controls_found(_input, { sender }) {
      return (await startDetection(sender)) ? { ok: {} } : { refused: 'access_withheld' };
    },
    async fields_detected(counts, { sender }) {
      await keepFrame(area, sender, counts);
      // A field that a payment provider puts alone into a frame may say nothing of itself.
      if (counts.card > 0 || sender.frameId !== 0) void startCardWatch(sender);
      if (sender.frameId === 0) await showDot(sender.tabId, counts.delivery + counts.card > 0);
      return { ok: { marker: await isMarkerShown(services, sender) } };
    },
    async marker_wanted(_input, { sender }) {
      const put = (await isMarkerShown(services, sender)) && (await startMarker(sender));
      return put ? { ok: {} } : { refused: 'access_withheld' };
    },
    async marker_pressed() {
      await openPopup(services);
      return { ok: {} };
    },
    async card_number_typed({ digits }, { sender }) {
      await recognizeCard(services, digits, sender);
      return { ok: {} };
    },
    fill_result: async () => ({ ok: {} }),
  };
}
