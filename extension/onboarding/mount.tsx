import { render } from 'preact';
import '../ui/style.css';
import './onboarding.css';
import { encodeBase64url } from '#shared/crypto/base64url.ts';
import { browser } from '../messages/browser.ts';
import { openDoor } from '../messages/page-door.ts';
import { askPasskey, createPasskey } from '../passkey/ceremony.ts';
import { openServerAccess } from '../passkey/server-access.ts';
import { nameDevice } from '../ui/device-name.ts';
import { OnboardingApp } from './onboarding-app.tsx';
import type { OnboardingPorts } from './onboarding-ports.ts';

const ALL_SITES = { origins: ['http://*/*', 'https://*/*'] };

/** Puts the screens of onboarding into `root`. */
export function mountOnboarding(root: HTMLElement): void {
  const ask = openDoor('onboarding');
  const ports: OnboardingPorts = {
    ask,
    clock: Date.now,
    languages: navigator.languages,
    deviceName: nameDevice(navigator.userAgent),
    createPasskey,
    askPasskey,
    unlock: {
      beginUnlock: () => ask('beginUnlock', {}),
      finishUnlock: input => ask('finishUnlock', input),
      unlockByPassphrase: passphrase => ask('unlockByPassphrase', { passphrase }),
      beginKeeping: credentialId => ask('beginPasskeyKeeping', { credentialId }),
      finishKeeping: input => ask('keepPasskey', input),
      askPasskey,
      serverAccess: openServerAccess(),
    },
    makeChallenge: () => encodeBase64url(crypto.getRandomValues(new Uint8Array(32))),
    requestAllSites: () => browser.permissions.request(ALL_SITES).catch(() => false),
    closePage: () => window.close(),
  };
  render(<OnboardingApp ports={ports} />, root);
}
