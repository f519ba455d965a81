import { callOwn } from '../detect/call-own.ts';
import { CLUE_LIMITS } from './checkout-clues.ts';

const MOST_SCRIPTS = 40;
const LONGEST_SCRIPT = 20_000;
const LONGEST_BEFORE = 1000;
/** Events of the e-commerce data layer (Google Analytics 4) that speak of the whole order. */
const WHOLE_ORDER =
  /gtag\s*\(\s*["']event["']\s*,\s*["'](?:begin_checkout|add_payment_info|purchase)|["']?event["']?\s*:\s*["'](?:begin_checkout|add_shipping_info|add_payment_info|purchase|checkout)["']/;

/** The order itself, told without an event. */
const ORDER_OBJECT = /["']?\b(?:order|transaction)["']?\s*:\s*\{|["']?transactionTotal["']?\s*:/;

/** Of the inline scripts the part that pushes the order to a data layer; nothing of them is run. */
export function gatherPushed(document: Document): string | null {
  const scripts = [...callOwn(document, 'querySelectorAll', 'script:not([src]):not([type*=json])')].slice(
    0,
    MOST_SCRIPTS,
  );
  for (const { textContent } of scripts) {
    const pushed = cutPushed(textContent ?? '');
    if (pushed !== null) return pushed;
  }
  return null;
}

/** The part of one script's text that speaks of the whole order, or null. */
export function cutPushed(script: string): string | null {
  if (script.length > LONGEST_SCRIPT || !/dataLayer|gtag\s*\(/.test(script)) return null;
  const at = WHOLE_ORDER.exec(script)?.index ?? -1;
  if (at < 0) return cutObject(script);
  // The event may stand behind what it tells, in the same object.
  const start = Math.max(0, at - LONGEST_BEFORE, script.lastIndexOf('(', at));
  return script.slice(start, start + CLUE_LIMITS.pushed);
}

function cutObject(script: string): string | null {
  const at = ORDER_OBJECT.exec(script)?.index;
  return at === undefined ? null : script.slice(at, at + CLUE_LIMITS.pushed);
}
