import type { Services } from '../app/services.ts';
import { tryToJournal } from './keep-journal.ts';

const EVERY_MS = 5000;

/** Brings the journal up to date until the returned function is called: erasures whose process died before it could. */
export function journalRegularly(services: Services): () => void {
  const timer = setInterval(() => void tryToJournal(services), EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
