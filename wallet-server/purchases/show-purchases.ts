import { type PurchaseView, toPurchaseView } from '#shared/api/purchase-view.ts';
import type { Purchase } from '#shared/purchase/purchase.ts';
import type { Services } from '../app/services.ts';
import { listDeclines } from '../cards/declined-charges.ts';
import { findPerson } from '../people/find-person.ts';
import { isCodeAllowed, isCodeEnough } from './issue-code.ts';
import type { PurchaseFacts } from './read-purchase-facts.ts';

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

type ShownFacts = Pick<PurchaseFacts, 'codeLimits' | 'knownSinceMs' | 'declines'>;

/** What a person is shown beside a purchase at `host` that is not there yet. */
export async function readBuyerFacts(
  services: Pick<Services, 'directory' | 'settings'>,
  personId: string,
  host: string,
): Promise<ShownFacts> {
  const [person, known] = await Promise.all([
    findPerson(services, personId),
    listKnownSince(services, personId, [host]),
  ]);
  return { codeLimits: person?.codeLimits ?? {}, knownSinceMs: known.get(host) ?? null, declines: [] };
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
      terms: services.settings.terms,
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

/** A purchase as its buyer sees it, from what was read before its last change. */
export function showWithFacts(
  services: Pick<Services, 'settings'>,
  purchase: Purchase,
  facts: ShownFacts,
): PurchaseView {
  return toPurchaseView(purchase, {
    knownSinceMs: facts.knownSinceMs ?? purchase.enteredAtMs.identity_confirmed ?? null,
    codeAllowed: isCodeEnough(services, purchase, facts.codeLimits),
    declines: facts.declines,
    terms: services.settings.terms,
  });
}
