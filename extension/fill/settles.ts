import type { NativeField } from '../detect/walk-roots.ts';
import { awaitPage } from './await-page.ts';
import { holdsOne } from './heed-code.ts';

/** How long a framework may take to put back or reformat what was written. */
export const SETTLE_DEADLINE_MS = 100;

/** Whether the page keeps one of `values` once it has drawn anew. */
export async function settles(
  element: NativeField,
  values: readonly string[],
  document: Document,
): Promise<boolean> {
  // Frameworks draw after the event: in a task of its own, which a hidden tab delays as a message, not as a timer.
  await new Promise<void>(resolve => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
  return awaitPage(document, () => holdsOne(element, values), SETTLE_DEADLINE_MS);
}
