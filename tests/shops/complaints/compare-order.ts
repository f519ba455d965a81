import type { ComplaintPage } from './complaint-page.ts';
import type { Order } from './rules.ts';

/** What is wrong with an order by what the page was to hold. */
export function compareOrder({ holds = {} }: ComplaintPage, order: Order): string[] {
  return Object.entries(holds).flatMap(([key, wanted]) => {
    const held = order[key] ?? '';
    const pattern = /^\/(.*)\/$/.exec(wanted)?.[1];
    const right = pattern ? new RegExp(pattern).test(held) : held === wanted;
    return right ? [] : [`${key} holds ${held}, not ${wanted}`];
  });
}
