import type { Runtime } from 'webextension-polyfill';
import { browser } from '#extension/messages/browser.ts';
import type { FeedMessage } from '#extension/messages/purchase-feed.ts';
import { identifySender } from '#extension/messages/sender.ts';
import type { Services } from './services.ts';
import { noteWaiting } from './waiting.ts';

/** Streams purchases to an open popup until it closes or the stream ends; ports of anyone else are closed. */
export async function serveFeed(services: Services, port: Runtime.Port): Promise<void> {
  const own = { id: browser.runtime.id, baseUrl: browser.runtime.getURL('/') };
  const sender = identifySender(port.sender ?? {}, own);
  if (sender?.side !== 'page' || sender.door !== port.name) return port.disconnect();
  const gone = new AbortController();
  port.onDisconnect.addListener(() => gone.abort());
  if ((await services.session.renew()) !== 'live') return;
  const streamed = await services.session.client.stream('streamPurchases', {}, { signal: gone.signal });
  if (!('ok' in streamed)) return;
  for await (const purchase of streamed.ok) {
    if (gone.signal.aborted) return;
    port.postMessage({ purchase } satisfies FeedMessage);
    await noteWaiting(services, [purchase]);
  }
  port.disconnect();
}
