import { randomBytes, randomUUID } from 'node:crypto';
import { makeId } from '#server/app/make-id.ts';
import type { CommitRecord } from '#server/purchases/commit-record.ts';
import { commitRecords } from '#server/purchases/commit-records.ts';
import { type Change, planChange } from '#server/purchases/plan-change.ts';
import { DAY_MS } from '#server/storage/idempotency.ts';
import type { Sql } from '#server/storage/sql.ts';
import type { Actor, OrderPlaced, PurchaseCommand } from '#shared/purchase/command.ts';
import { decide } from '#shared/purchase/decide.ts';
import type { Purchase } from '#shared/purchase/purchase.ts';
import { hashPurchaseConsent } from '#shared/purchase/purchase-consent.ts';
import { makeTestSettings } from '#tests/fixtures/server-settings.ts';
import type { LiveOnce } from './load.ts';
import type { SeededMarket } from './seed-market.ts';

const HOUR_MS = 3_600_000;
const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
/** About what an answer weighs sealed. */
const STORED_ANSWER = 'x'.repeat(1200);

/**
 * The bare floor: the transactions of a whole held life, statement for statement as the server sends them, over a
 * pool of the same size in a loop. What is written was planned before, so that nothing but the database is measured;
 * sessions, keys and passkeys are left out.
 */
export function liveBySql(sql: Sql, market: SeededMarket, lives: number): LiveOnce {
  const planned = market.buyers.map(() => [] as Change[][]);
  for (let life = 0; life < lives; life += 1) {
    const caller = life % market.buyers.length;
    planned[caller]?.push(planLife(market, caller));
  }
  return async (caller, time) => {
    const changes = planned[caller]?.pop();
    if (!changes) return 'exhausted';
    for (const change of changes) await time(() => write(sql, change));
    return 'done';
  };
}

async function write(sql: Sql, change: Change): Promise<void> {
  const [status] = await commitRecords(sql, [toRecord(change)], { credit: creditLimits, wait: true });
  if (status !== 'written') throw new Error(status);
}

function toRecord(change: Change): CommitRecord {
  const { after, atMs } = change;
  const kept = {
    ...{ party: `person:${after.personId}`, key: randomUUID(), method: 'POST', endsAtMs: atMs + DAY_MS },
    ...{ path: `/v1/purchases/${after.id}`, inputHash: after.id, response: STORED_ANSWER },
  };
  return { atMs, change, kept };
}

const { creditLimits, terms } = makeTestSettings();
const SETTINGS = { creditLimits, terms } as Parameters<typeof planChange>[0]['settings'];

function planLife(market: SeededMarket, caller: number): Change[] {
  const atMs = Date.now();
  const order = makeOrder(market, caller, atMs);
  const changes: Change[] = [];
  let purchase: Purchase | null = null;
  const plan = (command: PurchaseCommand, actor: Actor) => {
    const decision = decide(purchase, command, atMs, terms);
    if ('refused' in decision) throw new Error(decision.refused);
    const change = planChange(
      { random, settings: SETTINGS },
      purchase,
      [{ actor, events: decision.events }],
      atMs,
    );
    if (!change) throw new Error(`${command.type} changed nothing`);
    // Due when the run is long over: the server that shares this database shall not send them meanwhile.
    const jobs = change.jobs.map(job => ({ ...job, runAtMs: atMs + HOUR_MS }));
    changes.push({ ...change, jobs });
    purchase = change.after;
    return change.after;
  };
  const placed = plan({ type: 'place', order }, 'seller');
  plan({ type: 'confirm', method: 'passkey', consentHash: hashPurchaseConsent(placed) }, 'buyer');
  plan({ type: 'ship', by: 'seller', waybill: `WB-${order.id.slice(0, 8)}`, carrier: 'Post' }, 'seller');
  plan({ type: 'receive' }, 'buyer');
  return changes;
}

function makeOrder({ seller, buyers }: SeededMarket, caller: number, atMs: number): OrderPlaced {
  const buyer = buyers[caller];
  if (!buyer) throw new RangeError('there is no such buyer');
  const id = makeId({ clock: () => atMs, random });
  return {
    ...{ id, personId: buyer.member.personId, sellerId: seller.id, orderNumber: `F-${id}` },
    payee: { host: seller.host, name: seller.name },
    ...{ description: '1 × Bookshelf speaker', funding: 'held', amountMinor: 4800n, currency: 'USD' },
    ...{
      cardId: null,
      deliveryNumber: `${buyer.member.number}-06`,
      nonce: randomBytes(16).toString('base64url'),
    },
  };
}
