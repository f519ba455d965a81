import type { Ask } from '../messages/page-door.ts';
import type { UnlockPorts } from './unlock.ts';

/** What the popup can do beyond its own window. */
export interface PopupPorts {
  ask: Ask<'popup'>;
  clock: () => number;
  /** The browser's languages (BCP 47), for as long as no member's language is known. */
  languages: readonly string[];
  openOnboarding: () => void;
  closePopup: () => void;
  unlock: UnlockPorts;
  /** Calls `listener` whenever something changed; gives back how to stop. */
  watchChanges: (listener: () => void) => () => void;
}
