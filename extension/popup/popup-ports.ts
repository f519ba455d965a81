import type { Ask } from '../messages/page-door.ts';
import type { createPasskey } from '../passkey/ceremony.ts';
import type { UnlockPorts } from './unlock.ts';

/** What the popup can do beyond its own window. */
export interface PopupPorts {
  ask: Ask<'popup'>;
  clock: () => number;
  /** The browser's languages (BCP 47), for as long as no member's language is known. */
  languages: readonly string[];
  openOnboarding: () => void;
  /** Opens the page that says why the fields of a tab were taken for what they are. */
  openWhy: (tabId: number) => void;
  /** Opens the passkeys in a window of their own: a popup may close while the browser asks for a touch. */
  openPasskeys: () => void;
  closePopup: () => void;
  createPasskey: typeof createPasskey;
  /** 32 bytes of chance, base64url. */
  makeChallenge: () => string;
  unlock: UnlockPorts;
  /** Calls `listener` whenever something changed; gives back how to stop. */
  watchChanges: (listener: () => void) => () => void;
}
