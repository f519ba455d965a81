import { isPrimaryAccountNumber } from '#shared/card/luhn.ts';
import { report } from '../messages/report.ts';
import type { PageView } from './page-view.ts';

/**
 * S62: reports a number with a right check digit that a person types into a payment field, once per number. Events
 * that the page makes up are not looked at.
 */
export function watchCardNumber(document: Document, view: PageView): void {
  const asked = new Set<string>();
  document.addEventListener(
    'input',
    event => {
      const field = event.composedPath()[0];
      if (!event.isTrusted || !(field instanceof HTMLInputElement)) return;
      const digits = field.value.replace(/[\s-]/g, '');
      if (!isPrimaryAccountNumber(digits) || asked.has(digits) || !takesCardNumber(view, field)) return;
      asked.add(digits);
      void report('card_number_typed', { digits });
    },
    true,
  );
}

function takesCardNumber(view: PageView, field: HTMLInputElement): boolean {
  const { classified, elements } = view.read();
  return classified.some(one => one.token === 'cc-number' && elements.get(one.fieldKey) === field);
}
