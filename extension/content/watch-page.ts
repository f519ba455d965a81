import { watchCheckout } from '../checkout/watch-checkout.ts';
import type { OpenShadowRoot } from '../detect/walk-roots.ts';
import { report } from '../messages/report.ts';
import type { PageFields, PageView } from './page-view.ts';

/** Tells the background what this frame asks for, at once and after each change; a page without fields stays mute. */
export interface PageReporter {
  /** Tells now, whatever was told before: the background hears of this frame and of its origin. */
  introduce(): Promise<PageFields>;
}

/** Watches `document` and reports what changes. */
export function watchPage(document: Document, view: PageView, openShadowRoot?: OpenShadowRoot): PageReporter {
  const told = { counts: '', checkout: '' };
  const tell = async (page: PageFields, always: boolean): Promise<void> => {
    const counts = countFields(view, page);
    const text = JSON.stringify(counts);
    const silent = counts.delivery + counts.card === 0 && told.counts === '';
    if (!always && (silent || text === told.counts)) return;
    told.counts = text;
    await report('fields_detected', counts);
  };
  const tellCheckout = async (page: PageFields): Promise<void> => {
    const checkout = page.fields.length > 0 ? view.readCheckout() : null;
    const text = JSON.stringify(checkout);
    if (text === told.checkout || (checkout === null && told.checkout === '')) return;
    told.checkout = text;
    await report('checkout_read', { checkout });
  };
  const look = async (): Promise<void> => {
    const page = view.read();
    await tell(page, false);
    await tellCheckout(page);
  };
  watchCheckout(document, () => void look(), openShadowRoot);
  void look();
  return {
    async introduce() {
      const page = view.read();
      await tell(page, true);
      return page;
    },
  };
}

function countFields(view: PageView, page: PageFields): { delivery: number; card: number } {
  const fields = view.describe(page);
  const card = fields.filter(({ token }) => token.startsWith('cc-')).length;
  return { delivery: Math.min(fields.length - card, 500), card: Math.min(card, 100) };
}
