import { browser } from '#extension/messages/browser.ts';
import type { PurchaseView } from '#shared/api/purchase-view.ts';
import { removeDots } from './badge-dot.ts';
import { ALARM_MARK } from './log-alarm.ts';
import type { Services } from './services.ts';
import type { SessionArea } from './session-area.ts';

const WAITING = 'all';

/** How many purchases wait for this person's confirmation, as last heard. */
export async function countWaiting(area: SessionArea): Promise<number> {
  return (await area.get('waiting', WAITING))?.length ?? 0;
}

/** Takes in purchases as they stand now: the count on the badge, and a notification for each that newly waits. */
export async function noteWaiting({ area }: Services, purchases: PurchaseView[]): Promise<void> {
  const before = new Set((await area.get('waiting', WAITING)) ?? []);
  const after = new Set(before);
  for (const { id, state } of purchases) {
    if (state === 'order_received') after.add(id);
    else after.delete(id);
  }
  await area.put('waiting', WAITING, [...after]);
  await showCount(area, after.size);
  await Promise.all([...after].filter(id => !before.has(id)).map(id => notify(area, id)));
  const over = [...before].filter(id => !after.has(id));
  await Promise.all(over.map(id => browser.notifications.clear(id)));
}

/** Asks the server what waits; silent where there is no session or no network. */
export async function pollWaiting(services: Services): Promise<void> {
  if ((await services.session.state()) !== 'live') return;
  const listed = await services.client.ask('listPurchases', { query: { limit: 50 } });
  if ('ok' in listed) await noteWaiting(services, listed.ok.purchases);
}

/** What waits counts for more than a page's dot, and gives way to the alarm's mark until the alarm was read. */
async function showCount(area: SessionArea, count: number): Promise<void> {
  if ((await browser.action.getBadgeText({})) === ALARM_MARK) return;
  await browser.action.setBadgeBackgroundColor({ color: '#8a5a00' });
  await browser.action.setBadgeText({ text: count > 0 ? String(count) : '' });
  if (count > 0) await removeDots(area);
}

/** Says that something waits, and nothing about it: notifications show on locked screens. */
async function notify(area: SessionArea, purchaseId: string): Promise<void> {
  const openWindow = await area.get('window', purchaseId);
  if (openWindow !== null || (await area.get('notified', purchaseId))) return;
  await area.put('notified', purchaseId, true);
  await browser.notifications.create(purchaseId, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title: browser.i18n.getMessage('waiting_title'),
    message: browser.i18n.getMessage('waiting_text'),
  });
}
