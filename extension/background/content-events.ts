import { browser } from '#extension/messages/browser.ts';
import type { ContentHandlers } from '#extension/messages/receive.ts';
import { keepFrame } from './frames.ts';
import { isMarkerShown, openPopup } from './marker.ts';
import { startDetection, startMarker } from './page-scripts.ts';
import { fillTab } from './preview.ts';
import { readCheckout } from './read-tab-checkout.ts';
import type { Services } from './services.ts';
import { countWaiting } from './waiting.ts';

/** A page that makes numbers up and asks about each learns nothing after this many. */
const MOST_NUMBERS_PER_TAB = 20;

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
      await recognizeCard(services, digits, sender.tabId);
      return { ok: {} };
    },
    fill_result: async () => ({ ok: {} }),
  };
}

/** S62: a card of ours, typed into the payment window, brings its virtual delivery information. */
async function recognizeCard(services: Services, digits: string, tabId: number): Promise<void> {
  const asked = (await services.area.get('typed', String(tabId))) ?? 0;
  if (asked >= MOST_NUMBERS_PER_TAB) return;
  await services.area.put('typed', String(tabId), asked + 1);
  const card = await services.keyring.findByNumber(digits);
  if (!card) return;
  await services.area.put('chosen', String(tabId), card.id);
  await fillTab(services, { tabId, cardId: card.id });
}

async function showDot({ area }: Services, tabId: number, shown: boolean): Promise<void> {
  if ((await countWaiting(area)) > 0) return;
  await browser.action.setBadgeText({ tabId, text: shown ? '•' : '' }).catch(() => undefined);
}
