import { readRoot } from '../detect/call-own.ts';
import type { CheckoutClues } from './checkout-clues.ts';
import { CLUE_LIMITS } from './checkout-clues.ts';
import { gatherLines } from './gather-lines.ts';
import { gatherNames } from './gather-names.ts';
import { gatherOrderData } from './gather-order-data.ts';
import { gatherPushed } from './gather-pushed.ts';

/** What the page says of the order and of who sells, bounded; what it means is judged on the trusted side. */
export function gatherClues(document: Document): CheckoutClues {
  return {
    language: readRoot(document, 'documentElement').lang.slice(0, CLUE_LIMITS.language),
    title: readRoot(document, 'title').slice(0, CLUE_LIMITS.title),
    ...gatherNames(document),
    ...gatherOrderData(document),
    pushed: gatherPushed(document),
    ...gatherLines(document),
  };
}
