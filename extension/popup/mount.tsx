import { render } from 'preact';
import { browser } from 'wxt/browser';
import '../ui/style.css';
import './popup.css';
import { openDoor } from '../messages/page-door.ts';
import { connectToBackground } from '../messages/send.ts';
import { askPasskey } from '../passkey/ceremony.ts';
import { PopupApp } from './popup-app.tsx';
import type { PopupPorts } from './popup-ports.ts';

/** Puts the screens of the popup into `root`. */
export function mountPopup(root: HTMLElement): void {
  const ask = openDoor('popup');
  const ports: PopupPorts = {
    ask,
    clock: Date.now,
    languages: navigator.languages,
    openOnboarding: () => {
      browser.tabs.create({ url: browser.runtime.getURL('/onboarding.html') }).then(() => window.close());
    },
    closePopup: () => window.close(),
    unlock: {
      beginUnlock: () => ask('beginUnlock', {}),
      finishUnlock: input => ask('finishUnlock', input),
      unlockByPassphrase: passphrase => ask('unlockByPassphrase', { passphrase }),
      askPasskey,
    },
    watchChanges(listener) {
      const port = connectToBackground('popup');
      port.onMessage.addListener(listener);
      return () => port.disconnect();
    },
  };
  render(<PopupApp ports={ports} />, root);
}
