import { watchCheckout } from '../checkout/watch-checkout.ts';
import type { OpenShadowRoot } from '../detect/walk-roots.ts';
import type { NamedField } from '../messages/field-words.ts';
import { report } from '../messages/report.ts';
import type { PageFields, PageView } from './page-view.ts';

/** Tells the background what this frame asks for, at once and after each change; a page without fields stays mute. */
export interface PageReporter {
  /** Tells again what was told last: the background hears of this frame and of the origin that it has now. */
  introduce(): Promise<void>;
}

/** Watches `document` and reports what changes. */
export function watchPage(document: Document, view: PageView, openShadowRoot?: OpenShadowRoot): PageReporter {
  const told: { counts: FieldCounts | null; checkout: string } = { counts: null, checkout: '' };
  const tell = async (counts: FieldCounts, askable: boolean): Promise<void> => {
    const known = told.counts ?? NOTHING;
    const same = counts.delivery === known.delivery && counts.card === known.card;
    if (same && !(askable && told.counts === null)) return;
    told.counts = counts;
    await report('fields_detected', counts);
  };
  const tellCheckout = async (page: PageFields): Promise<void> => {
    const checkout = page.classified.length > 0 ? view.readCheckout() : null;
    const text = JSON.stringify(checkout);
    if (text === told.checkout || (checkout === null && told.checkout === '')) return;
    told.checkout = text;
    await report('checkout_read', { checkout });
  };
  const look = async (): Promise<void> => {
    const page = view.read();
    // A frame whose fields say nothing by themselves may be a part of a form of several: it lets itself be asked.
    const part = self !== self.top && page.fields.some(field => field.visible);
    await tell(countFields(view.name(page)), part);
    await tellCheckout(page);
  };
  watchCheckout(document, () => void look(), openShadowRoot);
  void look();
  return {
    introduce: async () => void (await report('fields_detected', told.counts ?? NOTHING)),
  };
}

interface FieldCounts {
  delivery: number;
  card: number;
}

const NOTHING: FieldCounts = { delivery: 0, card: 0 };

function countFields(named: readonly NamedField[]): FieldCounts {
  const card = named.filter(({ token }) => token.startsWith('cc-')).length;
  return { delivery: Math.min(named.length - card, 500), card: Math.min(card, 100) };
}
