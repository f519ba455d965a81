import type { Ask } from '../messages/page-door.ts';
import type { UnlockPorts } from '../popup/unlock.ts';

/** What the confirm window can do beyond itself. */
export interface ConfirmPorts {
  ask: Ask<'confirm'>;
  clock: () => number;
  /** The browser's languages (BCP 47), for as long as no member's language is known. */
  languages: readonly string[];
  unlock: UnlockPorts;
  closeWindow: () => void;
}
