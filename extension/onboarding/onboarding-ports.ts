import type { Ask } from '../messages/page-door.ts';
import type { askPasskey, createPasskey } from '../passkey/ceremony.ts';
import type { UnlockPorts } from '../popup/unlock.ts';

/** What the onboarding page can do beyond itself. */
export interface OnboardingPorts {
  ask: Ask<'onboarding'>;
  clock: () => number;
  /** The browser's languages (BCP 47). */
  languages: readonly string[];
  /** What this device is called in the list of devices: `Chromium, Linux`. */
  deviceName: string;
  createPasskey: typeof createPasskey;
  askPasskey: typeof askPasskey;
  unlock: UnlockPorts;
  /** 32 bytes of chance, base64url. */
  makeChallenge: () => string;
  /** Asks the browser for access to all sites; must follow a press at once. */
  requestAllSites: () => Promise<boolean>;
  closePage: () => void;
}
