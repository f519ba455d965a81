import { browser } from '#extension/messages/browser.ts';
import type { ContentHandlers } from '#extension/messages/receive.ts';
import { keepFrame } from './frames.ts';
import { isMarkerShown, openPopup } from './marker.ts';
import { startDetection, startMarker } from './page-scripts.ts';
import { readCheckout } from './read-tab-checkout.ts';
import { recognizeCard } from './recognize-card.ts';
import type { Services } from './services.ts';
import { countWaiting } from './waiting.ts';

/** What content scripts may tell and ask. */
export function createContentHandlers(services: Services): ContentHandlers {
  const { area } = services;
  return {
    async controls_found(_input, { sender }) {
      return (await startDetection(sender)) ? { ok: {} } : { refused: 'access_withheld' };
    },
    async fields_detected(counts, { sender }) {
      await keepFrame(area, sender, counts);
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
    async checkout_seen({ clues }, { sender: { frameId, tabId, origin } }) {
      const read = clues && readCheckout(clues, origin);
      if (frameId === 0) await showDot(services, tabId, (read?.amount ?? null) !== null);
      return { ok: {} };
    },
    async card_number_typed({ digits }, { sender }) {
      await recognizeCard(services, digits, sender);
      return { ok: {} };
    },
    fill_result: async () => ({ ok: {} }),
  };
}

async function showDot({ area }: Services, tabId: number, shown: boolean): Promise<void> {
  if ((await countWaiting(area)) > 0) return;
  await browser.action.setBadgeText({ tabId, text: shown ? '•' : '' }).catch(() => undefined);
}
