import { render } from 'preact';
import { encodeBase64url } from '#shared/crypto/base64url.ts';
import { browser } from '../messages/browser.ts';
import '../ui/style.css';
import './popup.css';
import { openDoor } from '../messages/page-door.ts';
import { followPurchases } from '../messages/purchase-feed.ts';
import { askPasskey, createPasskey } from '../passkey/ceremony.ts';
import { openServerAccess } from '../passkey/server-access.ts';
import { PopupApp } from './popup-app.tsx';
import type { PopupPorts } from './popup-ports.ts';
import type { Route } from './route.ts';

const PASSKEYS_WINDOW = { width: 400, height: 640 };

/** Puts the screens of the popup into `root`; `#passkeys` in the address begins with the passkeys. */
export function mountPopup(root: HTMLElement): void {
  const ask = openDoor('popup');
  const ports: PopupPorts = {
    ask,
    clock: Date.now,
    languages: navigator.languages,
    openOnboarding: () => {
      browser.tabs.create({ url: browser.runtime.getURL('/onboarding.html') }).then(() => window.close());
    },
    openWhy: tabId => {
      browser.tabs
        .create({ url: browser.runtime.getURL(`/why.html?tab=${tabId}`) })
        .then(() => window.close());
    },
    openPasskeys: () => {
      const url = browser.runtime.getURL('/popup.html#passkeys');
      browser.windows.create({ url, type: 'popup', ...PASSKEYS_WINDOW }).then(() => window.close());
    },
    closePopup: () => window.close(),
    createPasskey,
    makeChallenge: () => encodeBase64url(crypto.getRandomValues(new Uint8Array(32))),
    unlock: {
      beginUnlock: () => ask('beginUnlock', {}),
      finishUnlock: input => ask('finishUnlock', input),
      unlockByPassphrase: passphrase => ask('unlockByPassphrase', { passphrase }),
      beginKeeping: credentialId => ask('beginPasskeyKeeping', { credentialId }),
      finishKeeping: input => ask('keepPasskey', input),
      askPasskey,
      serverAccess: openServerAccess(),
    },
    watchChanges: watchPurchases,
  };
  const start: Route = location.hash === '#passkeys' ? { place: 'passkeys' } : { place: 'page' };
  render(<PopupApp ports={ports} start={start} />, root);
}

/** A burst of changes, as when the feed begins, is told once. */
const BURST_MS = 150;

function watchPurchases(listener: () => void): () => void {
  const versions = new Map<string, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = followPurchases(({ id, version }) => {
    if (versions.get(id) === version) return;
    versions.set(id, version);
    clearTimeout(timer);
    timer = setTimeout(listener, BURST_MS);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
