import { browser } from '#extension/messages/browser.ts';

const ALL_SITES = { origins: ['http://*/*', 'https://*/*'] };

/** Whether the browser lets the content script run on all sites by itself, or on the current tab by click only. */
export async function readSiteAccess(): Promise<'all' | 'on_click'> {
  return (await browser.permissions.contains(ALL_SITES)) ? 'all' : 'on_click';
}
