import { browser } from '#extension/messages/browser.ts';
import type { SessionArea } from './session-area.ts';

const DOT = '•';

/** Says on the badge whether a tab's page asks for something of ours; what the badge says for all tabs goes before it. */
export async function showDot(tabId: number, shown: boolean): Promise<void> {
  if ((await browser.action.getBadgeText({})) !== '') return;
  await browser.action.setBadgeText({ tabId, text: shown ? DOT : null }).catch(() => undefined);
}

/** A dot is its tab's own and would cover what the badge says for all. */
export async function removeDots(area: SessionArea): Promise<void> {
  const tabs = new Set((await area.list('frame')).map(({ entry }) => entry.tabId));
  for (const tabId of tabs) await browser.action.setBadgeText({ tabId, text: null }).catch(() => undefined);
}
