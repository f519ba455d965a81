import { browser } from '#extension/messages/browser.ts';
import { fillTab } from './preview.ts';
import type { Services } from './services.ts';

export const FILL_MENU = 'fill-with-wayveil';

/** The context menu of fields that take text. */
export async function makeMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: FILL_MENU,
    title: browser.i18n.getMessage('fill_with'),
    contexts: ['editable'],
    documentUrlPatterns: ['http://*/*', 'https://*/*'],
  });
}

/**
 * Shortcut and menu: fills with the card that was issued first. Both are gestures that a page cannot make; where the
 * wallet is locked or has no card, the popup opens instead.
 */
export async function fillHere(services: Services, tabId: number): Promise<void> {
  const keyring = await services.keyring.read();
  const first = keyring?.cards[0];
  const filled = first && (await fillTab(services, { tabId, cardId: first.card.id }));
  if (!filled || 'refused' in filled) await browser.action.openPopup().catch(() => undefined);
}
