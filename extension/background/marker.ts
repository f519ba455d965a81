import type { MarkerSettings } from '#extension/keyring/database.ts';
import { browser } from '#extension/messages/browser.ts';
import type { MarkerState } from '#extension/messages/popup-map.ts';
import type { FrameSender } from '#extension/messages/sender.ts';
import { listFrames, readHost } from './frames.ts';
import type { Services } from './services.ts';

const SHOWN: MarkerSettings = { shown: true, hiddenHosts: [] };
const POPUP_WINDOW = { width: 380, height: 660 } as const;
/** The window that stands in for the popup, among the open windows. */
const POPUP_WINDOW_ID = 'popup';

/** Whether a frame may draw the marker: there is a wallet, and its owner hid it neither here nor everywhere. */
export async function isMarkerShown(services: Services, { tabId, origin }: FrameSender): Promise<boolean> {
  const [wallet, settings, top] = await Promise.all([
    services.database.get('wallet'),
    readSettings(services),
    services.area.get('frame', `${tabId}.0`),
  ]);
  if (!wallet || !settings.shown) return false;
  return [origin, top?.origin].every(one => !settings.hiddenHosts.includes(readHost(one ?? '') ?? ''));
}

/** How the marker is set, for the tab's site and altogether. */
export async function readMarker(services: Services, tabId: number): Promise<MarkerState> {
  const { shown, hiddenHosts } = await readSettings(services);
  const [top] = await listFrames(services.area, tabId);
  const host = readHost(top?.origin ?? '');
  return { shown, host, shownHere: host !== null && !hiddenHosts.includes(host) };
}

/** Shows or hides it everywhere or on the tab's site; open frames of the tab hear of it at once. */
export async function changeMarker(
  services: Services,
  { tabId, shown, shownHere }: { tabId: number; shown: boolean; shownHere: boolean },
): Promise<MarkerState> {
  const { host } = await readMarker(services, tabId);
  const { hiddenHosts } = await readSettings(services);
  const others = hiddenHosts.filter(one => one !== host);
  const hidden = host === null || shownHere ? others : [...others, host];
  await services.database.put('marker', { shown, hiddenHosts: hidden });
  return readMarker(services, tabId);
}

/** A press in a page releases nothing: it opens the popup, or a window with the popup's page where none may open. */
export async function openPopup({ area }: Services): Promise<void> {
  const opened = await browser.action.openPopup().then(
    () => true,
    () => false,
  );
  if (opened) return;
  const known = await area.get('window', POPUP_WINDOW_ID);
  const raised = known !== null && (await browser.windows.update(known, { focused: true }).catch(() => null));
  if (raised) return;
  const url = browser.runtime.getURL('/popup.html');
  const made = await browser.windows.create({ url, type: 'popup', ...POPUP_WINDOW });
  if (made?.id !== undefined) await area.put('window', POPUP_WINDOW_ID, made.id);
}

async function readSettings({ database }: Services): Promise<MarkerSettings> {
  return (await database.get('marker')) ?? SHOWN;
}
