import { type PurchaseView, toPurchaseView } from '#shared/api/purchase-view.ts';
import type { Purchase } from '#shared/purchase/purchase.ts';
import type { Services } from '../app/services.ts';
import { listDeclines } from '../cards/declined-charges.ts';
import { findPerson } from '../people/find-person.ts';
import { isCodeAllowed } from './issue-code.ts';

/** When the person first confirmed a purchase at each of `hosts`. */
async function listKnownSince(
  services: Pick<Services, 'directory'>,
  personId: string,
  hosts: readonly string[],
): Promise<Map<string, number>> {
  const sql = services.directory;
  const rows = await sql<Array<{ payee_host: string; known_since_ms: bigint }>>`
    select payee_host, min(confirmed_at_ms) as known_since_ms from purchases
    where person_id = ${personId} and payee_host in ${sql(hosts)} and confirmed_at_ms is not null
    group by payee_host`;
  return new Map(rows.map(row => [row.payee_host, Number(row.known_since_ms)]));
}

/** Purchases of one person as their buyer sees them. */
export async function showPurchases(
  services: Pick<Services, 'directory' | 'settings'>,
  personId: string,
  purchases: readonly Purchase[],
): Promise<PurchaseView[]> {
  if (purchases.length === 0) return [];
  const hosts = [...new Set(purchases.map(purchase => purchase.payee.host))];
  const ids = purchases.map(({ id }) => id);
  const [person, known, declines] = await Promise.all([
    findPerson(services, personId),
    listKnownSince(services, personId, hosts),
    listDeclines(services.directory, ids),
  ]);
  const codeLimits = person?.codeLimits ?? {};
  return purchases.map(purchase =>
    toPurchaseView(purchase, {
      knownSinceMs: known.get(purchase.payee.host) ?? null,
      codeAllowed: isCodeAllowed(purchase, codeLimits),
      declines: declines.get(purchase.id) ?? [],
    }),
  );
}

/** One purchase as its buyer sees it. */
export async function showPurchase(
  services: Pick<Services, 'directory' | 'settings'>,
  purchase: Purchase,
): Promise<PurchaseView> {
  const [view] = await showPurchases(services, purchase.personId, [purchase]);
  if (!view) throw new Error('a purchase has no view');
  return view;
}
