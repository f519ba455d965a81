import { browser } from '#extension/messages/browser.ts';
import type { PageHandlers } from '#extension/messages/receive.ts';
import { CopiedPage } from '#extension/messages/why-map.ts';
import { reachTab, readHost } from './frames.ts';
import type { Services } from './services.ts';
import { readTabForm } from './tab-form.ts';
import { createWalletHandlers } from './unlock.ts';

const COPY_SCRIPT = '/copy-form.js';

/** The page that explains what fields were taken for. */
export function createWhyHandlers(services: Services): PageHandlers<'why'> {
  return {
    getState: createWalletHandlers(services).getState,
    async readTabFields({ tabId }) {
      const access = await reachTab(tabId);
      if (access !== 'granted') return { refused: access === 'withheld' ? 'access_withheld' : 'page_gone' };
      const frames = await readTabForm(services.area, tabId);
      const host = readHost(frames[0]?.origin ?? '') ?? '';
      const told = frames.map(({ frameId, origin, described }) => ({
        ...{ frameId, origin, fields: described.fields, named: described.named },
      }));
      return { ok: { host, frames: told.filter(({ fields }) => fields.length > 0) } };
    },
    async copyForm({ tabId }) {
      // Where the site is withheld the browser would keep the script waiting.
      if ((await reachTab(tabId)) !== 'granted') return { refused: 'access_withheld' };
      const run = browser.scripting.executeScript({ target: { tabId }, files: [COPY_SCRIPT] });
      const results = await run.catch(() => null);
      if (!results) return { refused: 'access_withheld' };
      const copied = CopiedPage.safeParse(results[0]?.result);
      return copied.success ? { ok: copied.data } : { refused: 'page_changed' };
    },
  };
}
