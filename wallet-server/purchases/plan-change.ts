import type { Actor } from '#shared/purchase/command.ts';
import type { PurchaseEvent } from '#shared/purchase/event.ts';
import { evolve } from '#shared/purchase/evolve.ts';
import type { Purchase } from '#shared/purchase/purchase.ts';
import type { Services } from '../app/services.ts';
import { type Posting, planPostings } from '../ledger/plan-postings.ts';
import { type LogEntry, type LogLeaf, planLeaf } from '../log/plan-leaf.ts';
import type { NewJob } from '../storage/jobs/enqueue-jobs.ts';
import { type NewDelivery, planDelivery } from '../webhooks/plan-delivery.ts';
import { planMailJobs } from './plan-jobs.ts';

/** One event with the version that it made. */
export interface VersionedEvent {
  version: number;
  event: PurchaseEvent;
}

/** All that follows from the events of one command: written together or not at all. */
export interface Change {
  before: Purchase | null;
  after: Purchase;
  actor: Actor;
  atMs: number;
  events: VersionedEvent[];
  postings: Array<Posting & { version: number }>;
  leaves: LogLeaf[];
  deliveries: NewDelivery[];
  jobs: NewJob[];
}

const LOGGED: Partial<Record<PurchaseEvent['type'], LogEntry['kind']>> = {
  identity_confirmed: 'confirmed',
  settled: 'settled',
  bill_settled: 'settled',
};

/** Folds `events` and plans what follows from each; null where there are none. Pure but for the salts' chance. */
export function planChange(
  services: Pick<Services, 'random' | 'settings'>,
  before: Purchase | null,
  events: readonly PurchaseEvent[],
  made: { actor: Actor; atMs: number },
): Change | null {
  const { actor, atMs } = made;
  let purchase = before;
  const change: Omit<Change, 'after'> = {
    ...{ before, actor, atMs, events: [], postings: [], leaves: [], deliveries: [], jobs: [] },
  };
  for (const event of events) {
    const postings = planPostings(purchase, event);
    purchase = evolve(purchase, event, atMs, services.settings.terms);
    const { version } = purchase;
    change.events.push({ version, event });
    change.postings.push(...postings.map(posting => ({ ...posting, version })));
    change.jobs.push(...planMailJobs(purchase, event, atMs));
    const kind = LOGGED[event.type];
    if (kind)
      change.leaves.push(
        planLeaf({ kind, subjectId: purchase.id, detail: event.type, atMs }, services.random),
      );
    const delivery = planDelivery(purchase, event, atMs);
    if (delivery) change.deliveries.push(delivery);
  }
  if (purchase === null || change.events.length === 0) return null;
  for (const { id } of change.deliveries) {
    change.jobs.push({ kind: 'webhook', key: id, payload: { deliveryId: id }, runAtMs: atMs });
  }
  return { ...change, after: purchase };
}
