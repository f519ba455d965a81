import { browser } from '#extension/messages/browser.ts';
import { CONFIRM_INPUTS } from '#extension/messages/confirm-map.ts';
import { CONTENT_INPUTS } from '#extension/messages/content-map.ts';
import { ONBOARDING_INPUTS } from '#extension/messages/onboarding-map.ts';
import { POPUP_INPUTS } from '#extension/messages/popup-map.ts';
import { createReceiver } from '#extension/messages/receive.ts';
import { WHY_INPUTS } from '#extension/messages/why-map.ts';
import { AUTO_LOCK_ALARM, lockWallet, postponeAutoLock } from './auto-lock.ts';
import { createConfirmHandlers } from './confirmation.ts';
import { createContentHandlers } from './content-events.ts';
import { serveFeed } from './feed.ts';
import { forgetFrames } from './frames.ts';
import { createOnboardingHandlers } from './join.ts';
import { LOG_ALARM, openPopupPage, watchLog } from './log-alarm.ts';
import { FILL_MENU, fillHere, makeMenus } from './menus.ts';
import { forgetWindow, openConfirmWindow } from './payment.ts';
import { createPopupHandlers } from './popup-handlers.ts';
import { openServices, type Services } from './services.ts';
import { catchUp } from './unlock.ts';
import { pollWaiting } from './waiting.ts';
import { createWhyHandlers } from './why.ts';

const POLL_ALARM = 'poll';

/** Registers every listener at once, as a background that is woken by an event must. */
export function startBackground(): void {
  const services = guardSession().then(openServices);
  const use = (run: (opened: Services) => Promise<unknown>) => {
    services.then(run).catch(fault => console.error('background', fault));
  };
  takeMessages(services);
  browser.runtime.onConnect.addListener(port => use(opened => serveFeed(opened, port)));
  browser.runtime.onInstalled.addListener(({ reason }) => {
    use(makeMenus);
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/onboarding.html') });
  });
  browser.alarms.onAlarm.addListener(({ name }) => use(opened => takeAlarm(opened, name)));
  browser.commands.onCommand.addListener((command, tab) => {
    const tabId = tab?.id;
    if (command === 'fill-here' && tabId !== undefined) use(opened => fillHere(opened, tabId));
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    const tabId = tab?.id;
    if (menuItemId === FILL_MENU && tabId !== undefined) use(opened => fillHere(opened, tabId));
  });
  browser.notifications.onClicked.addListener(id =>
    use(({ area }) => (id === LOG_ALARM ? openPopupPage() : openConfirmWindow(area, id))),
  );
  browser.tabs.onRemoved.addListener(tabId => use(({ area }) => forgetFrames(area, tabId)));
  browser.windows.onRemoved.addListener(id => use(({ area }) => forgetWindow(area, id)));
  use(async opened => {
    await browser.alarms.create(POLL_ALARM, { periodInMinutes: 1 });
    await catchUp(opened);
  });
}

interface ChromeArea {
  setAccessLevel?(level: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

/** Content scripts never read `storage.session`; Firefox has no switch because it never lets them. */
async function guardSession(): Promise<void> {
  const area: typeof browser.storage.session & ChromeArea = browser.storage.session;
  await area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}

/** `sendResponse` with `return true` is the one form that both browsers know. */
function takeMessages(services: Promise<Services>): void {
  const receiver = services.then(createRoutedReceiver);
  browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
    receiver
      .then(receive => receive(message, sender))
      .then(sendResponse)
      .catch(() => sendResponse({ refused: 'fault' }));
    return true;
  });
}

function createRoutedReceiver(services: Services) {
  const own = { id: browser.runtime.id, baseUrl: browser.runtime.getURL('/') };
  const receive = createReceiver(
    {
      content: { inputs: CONTENT_INPUTS, handlers: createContentHandlers(services) },
      popup: { inputs: POPUP_INPUTS, handlers: createPopupHandlers(services) },
      confirm: { inputs: CONFIRM_INPUTS, handlers: createConfirmHandlers(services) },
      onboarding: { inputs: ONBOARDING_INPUTS, handlers: createOnboardingHandlers(services) },
      why: { inputs: WHY_INPUTS, handlers: createWhyHandlers(services) },
    },
    own,
    (type, fault) => console.error('message', type, fault),
  );
  return async (message: unknown, sender: Parameters<typeof receive>[1]) => {
    const answer = await receive(message, sender);
    // What a person does on a page of ours keeps the wallet open a while longer; what a web page does, never.
    if (sender.url?.startsWith(own.baseUrl)) await postponeAutoLock(services);
    return answer;
  };
}

async function takeAlarm(services: Services, name: string): Promise<void> {
  if (name === AUTO_LOCK_ALARM) return lockWallet(services);
  if (name !== POLL_ALARM) return;
  await catchUp(services);
  await pollWaiting(services);
  await watchLog(services);
}
