import type { Tabs } from 'webextension-polyfill';
import { browser } from '#extension/messages/browser.ts';
import type { PopupAnswers } from '#extension/messages/popup-map.ts';
import type { Answer } from '#extension/messages/refusal.ts';
import { listFrames, readHost } from './frames.ts';
import type { Services } from './services.ts';

/**
 * The tab that a person means: the active one of the last focused window, or, where that is a page of ours, the one
 * they looked at before it.
 */
export async function findCurrentTab({ area }: Services): Promise<Answer<PopupAnswers['getCurrentTab']>> {
  const windows = await browser.tabs.query({ lastFocusedWindow: true });
  const chosen = chooseTab(windows) ?? chooseTab(await browser.tabs.query({}));
  if (chosen?.id === undefined) return { refused: 'page_gone' };
  const frames = await listFrames(area, chosen.id);
  const cardId = await area.get('chosen', String(chosen.id));
  return { ok: { tabId: chosen.id, host: readHost(frames[0]?.origin ?? chosen.url ?? ''), cardId } };
}

function chooseTab(tabs: Tabs.Tab[]): Tabs.Tab | undefined {
  const own = browser.runtime.getURL('/');
  const foreign = tabs.filter(tab => !(tab.url ?? tab.pendingUrl ?? '').startsWith(own));
  const byLast = foreign.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  return byLast.find(tab => tab.active) ?? byLast[0];
}
