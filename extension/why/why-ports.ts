import type { Ask } from '../messages/page-door.ts';

/** What the page can do beyond its own window. */
export interface WhyPorts {
  ask: Ask<'why'>;
  clock: () => number;
  /** The browser's languages (BCP 47). */
  languages: readonly string[];
  /** Saves a file where the browser saves downloads. */
  saveFile(name: string, type: string, text: string): void;
}
