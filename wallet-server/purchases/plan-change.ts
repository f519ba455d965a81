import type { Actor } from '#shared/purchase/command.ts';
import type { PurchaseEvent } from '#shared/purchase/event.ts';
import { evolve } from '#shared/purchase/evolve.ts';
import type { Purchase } from '#shared/purchase/purchase.ts';
import type { Services } from '../app/services.ts';
import { type Posting, planPostings } from '../ledger/plan-postings.ts';
import { type LogEntry, type LogLeaf, planLeaf } from '../log/plan-leaf.ts';
import type { NewJob } from '../storage/jobs/enqueue-jobs.ts';
import { type NewDelivery, planDelivery } from '../webhooks/plan-delivery.ts';
import { planMailJobs, type ReceivedBy } from './plan-jobs.ts';

/** What one actor's command led to. */
export interface ChangeStep {
  actor: Actor;
  events: readonly PurchaseEvent[];
}

/** One event with the version that it made. */
export interface VersionedEvent {
  version: number;
  actor: Actor;
  event: PurchaseEvent;
}

/** All that follows from one command: written together or not at all. */
export interface Change {
  before: Purchase | null;
  after: Purchase;
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

/** Folds the events of `steps` and plans what follows from each; null where there are none. Pure but for the salts' chance. */
export function planChange(
  services: Pick<Services, 'random' | 'settings'>,
  before: Purchase | null,
  steps: readonly ChangeStep[],
  atMs: number,
): Change | null {
  let purchase = before;
  let receivedBy: ReceivedBy | null = null;
  const change: Omit<Change, 'after'> = {
    ...{ before, atMs, events: [], postings: [], leaves: [], deliveries: [], jobs: [] },
  };
  for (const { actor, event } of steps.flatMap(flattenStep)) {
    const postings = planPostings(purchase, event);
    purchase = evolve(purchase, event, atMs, services.settings.terms);
    const { version } = purchase;
    change.events.push({ version, actor, event });
    change.postings.push(...postings.map(posting => ({ ...posting, version })));
    if (event.type === 'received') receivedBy = event.by;
    change.jobs.push(...planMailJobs(purchase, event, { nowMs: atMs, receivedBy }));
    planMessages(change, purchase, event, services.random);
  }
  if (purchase === null || change.events.length === 0) return null;
  for (const { id } of change.deliveries) {
    change.jobs.push({ kind: 'webhook', key: id, payload: { deliveryId: id }, runAtMs: atMs });
  }
  return { ...change, after: purchase };
}

const flattenStep = ({ actor, events }: ChangeStep) => events.map(event => ({ actor, event }));

/** Log entry and webhook of `event` (`purchase` as it is after the event). */
function planMessages(
  change: Omit<Change, 'after'>,
  purchase: Purchase,
  event: PurchaseEvent,
  random: Services['random'],
): void {
  const { atMs } = change;
  const kind = LOGGED[event.type];
  if (kind) change.leaves.push(planLeaf({ kind, subjectId: purchase.id, detail: event.type, atMs }, random));
  const delivery = planDelivery(purchase, event, atMs);
  if (delivery) change.deliveries.push(delivery);
}
