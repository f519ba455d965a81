import { z } from 'zod';
import { browser } from '#extension/messages/browser.ts';

const Config = z.object({ serverOrigin: z.url({ protocol: /^https?$/ }) });

/** The wallet server's origin out of the packaged `/config.json`. */
export async function loadServerOrigin(): Promise<string> {
  const response = await fetch(browser.runtime.getURL('/config.json'));
  return new URL(Config.parse(await response.json()).serverOrigin).origin;
}
