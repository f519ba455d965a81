import type { Door } from './envelope.ts';

/** What the browser says about the sender of a message (`runtime.MessageSender`). */
export interface BrowserSender {
  id?: string | undefined;
  url?: string | undefined;
  origin?: string | undefined;
  frameId?: number | undefined;
  documentId?: string | undefined;
  tab?: { id?: number | undefined; url?: string | undefined } | undefined;
}

/** A frame of a page, as the browser says; `origin` is `null` in text where it is opaque. */
export interface FrameSender {
  side: 'frame';
  tabId: number;
  frameId: number;
  origin: string;
  documentId: string | null;
}

/** A page of ours, in a window of its own: never in a frame of another page. */
export interface PageSender {
  side: 'page';
  door: Exclude<Door, 'content'>;
}

const PAGES: Readonly<Record<string, PageSender['door']>> = {
  '/popup.html': 'popup',
  '/confirm.html': 'confirm',
  '/onboarding.html': 'onboarding',
  '/why.html': 'why',
};

/**
 * Tells who sent a message from what the browser says alone, or null where it may say nothing: another extension,
 * a page of ours inside a frame, an extension page without a door.
 */
export function identifySender(
  sender: BrowserSender,
  own: { id: string; baseUrl: string },
): FrameSender | PageSender | null {
  if (sender.id !== own.id) return null;
  const url = sender.url === undefined ? null : URL.parse(sender.url);
  if (url && isOwnUrl(url, own.baseUrl)) return identifyPage(sender, url, own.baseUrl);
  if (sender.origin !== undefined && isOwnUrl(URL.parse(sender.origin), own.baseUrl)) return null;
  if (sender.tab?.id === undefined || sender.frameId === undefined) return null;
  const origin = sender.origin ?? url?.origin ?? 'null';
  return {
    side: 'frame',
    tabId: sender.tab.id,
    frameId: sender.frameId,
    origin,
    documentId: sender.documentId ?? null,
  };
}

/** `URL.origin` of an extension's address is `null` in some engines, so scheme and host are compared. */
function isOwnUrl(url: URL | null, baseUrl: string): boolean {
  const base = new URL(baseUrl);
  return url !== null && url.protocol === base.protocol && url.host === base.host;
}

function identifyPage(sender: BrowserSender, url: URL, baseUrl: string): PageSender | null {
  if (sender.frameId !== undefined && sender.frameId !== 0) return null;
  if (sender.origin !== undefined && !isOwnUrl(URL.parse(sender.origin), baseUrl)) return null;
  const door = Object.hasOwn(PAGES, url.pathname) ? PAGES[url.pathname] : undefined;
  return door === undefined ? null : { side: 'page', door };
}
