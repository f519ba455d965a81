import { callOwn, readRoot } from '../detect/call-own.ts';
import { type FieldElement, isNative } from '../detect/walk-roots.ts';

/** The origins, other than the page's own, that the form of a control may be sent to: by itself and by its buttons. */
export function listDestinations(element: FieldElement): Set<string> {
  const form = findForm(element);
  if (!form) return new Set();
  const { ownerDocument } = form;
  const buttons = callOwn(ownerDocument, 'querySelectorAll', '[formaction]');
  const own = [...buttons].filter(one => isSender(one) && one.form === form);
  const said = [
    callOwn(form, 'getAttribute', 'action'),
    ...own.map(one => Element.prototype.getAttribute.call(one, 'formaction')),
  ];
  const base = readRoot(ownerDocument, 'baseURI');
  const origins = said.map(address => URL.parse(address || base, base)?.origin ?? '');
  return new Set(origins.filter(origin => origin !== location.origin));
}

function findForm(element: FieldElement): HTMLFormElement | null {
  const form = isNative(element) ? element.form : element.closest('form');
  return form instanceof HTMLFormElement ? form : null;
}

function isSender(one: Element): one is HTMLButtonElement | HTMLInputElement {
  return one instanceof HTMLButtonElement || one instanceof HTMLInputElement;
}
