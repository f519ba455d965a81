import type { z } from 'zod';
import { browser } from '#extension/messages/browser.ts';
import type { POPUP_INPUTS } from '#extension/messages/popup-map.ts';
import type { Answer } from '#extension/messages/refusal.ts';
import type { PurchaseView } from '#shared/api/purchase-view.ts';
import { findCard } from './cards.ts';
import { listFrames, readHost } from './frames.ts';
import type { Services } from './services.ts';
import type { PaymentTarget, SessionArea } from './session-area.ts';

const WINDOW = { width: 440, height: 760 } as const;

/** Places the purchase at the site of the tab and opens its confirm window. The payee is where the tab really is. */
export async function startPayment(
  services: Services,
  input: z.output<(typeof POPUP_INPUTS)['startPayment']>,
  commandId: string,
): Promise<Answer<{ purchase: PurchaseView }>> {
  const { tabId, cardId, payeeName, ...order } = input;
  const found = await findCard(services, cardId);
  if ('refused' in found) return found;
  const frames = await listFrames(services.area, tabId);
  const host = readHost(frames[0]?.origin ?? '');
  if (host === null) return { refused: 'page_gone' };
  const shown = await services.area.get('preview', String(tabId));
  const cardholder = found.card.virtualIdentity.name;
  const note: PaymentTarget = { tabId, host, fields: shown?.card ?? [], cardholder };
  const body = { ...order, cardId, payee: { host, name: payeeName } };
  const placed = await services.client.command('placePurchase', { body }, { commandId, note });
  if (!('ok' in placed)) return placed;
  await openConfirmWindow(services.area, placed.ok.purchase.id);
  return { ok: placed.ok };
}

/** Opens the confirm window of a purchase, or brings the one that is open to the front. */
export async function openConfirmWindow(area: SessionArea, purchaseId: string): Promise<void> {
  const open = await area.get('window', purchaseId);
  if (open !== null) {
    const raised = await browser.windows.update(open, { focused: true }).catch(() => null);
    if (raised) return;
  }
  const url = browser.runtime.getURL(`/confirm.html?purchase=${purchaseId}`);
  const made = await browser.windows.create({ url, type: 'popup', ...WINDOW });
  if (made?.id !== undefined) await area.put('window', purchaseId, made.id);
}

/** A window that closed. */
export async function forgetWindow(area: SessionArea, windowId: number): Promise<void> {
  for (const { id, entry } of await area.list('window')) {
    if (entry === windowId) await area.remove('window', id);
  }
}
