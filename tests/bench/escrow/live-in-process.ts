import { randomBytes, randomUUID } from 'node:crypto';
import { makePurchaseBus } from '#server/app/purchase-bus.ts';
import type { Services } from '#server/app/services.ts';
import { commandPurchase } from '#server/purchases/command-purchase.ts';
import type { Engine } from '#server/purchases/engine.ts';
import { placeHeld } from '#server/purchases/place-purchase.ts';
import type { CommandServices } from '#server/purchases/run-command.ts';
import { DAY_MS } from '#server/storage/idempotency.ts';
import type { Actor, PurchaseCommand } from '#shared/purchase/command.ts';
import { hashPurchaseConsent } from '#shared/purchase/purchase-consent.ts';
import { makeTestSettings } from '#tests/fixtures/server-settings.ts';
import type { LiveOnce } from './load.ts';
import type { SeededMarket } from './seed-market.ts';

const HOUR_MS = 3_600_000;
/** About what an answer weighs sealed. */
const STORED_ANSWER = 'x'.repeat(1200);

/**
 * A whole held life through the engine, as the server's handlers go through it: grouped reads, decisions, one grouped
 * write for each command with its kept answer. Without HTTP, sessions, proofs and passkeys.
 */
export function liveInProcess(engine: Engine, { seller, buyers }: SeededMarket): LiveOnce {
  const services = makeServices(postponeJobs(engine));
  return async (caller, time) => {
    const buyer = buyers[caller];
    if (!buyer) return 'exhausted';
    const orderNumber = `P-${randomUUID()}`;
    const order = {
      ...{ buyer: buyer.member.number, orderNumber, amountMinor: '4800', currency: 'USD' as const },
      description: '1 × Bookshelf speaker',
    };
    const placed = await time(() => placeHeld(keyed(services), seller.id, order, purchase => purchase));
    if ('refused' in placed) throw new Error(placed.refused);
    const purchaseId = placed.ok.id;
    const act = async (command: PurchaseCommand, actor: Actor) => {
      const request = { ask: { purchaseId }, actor, command };
      const done = await time(() => commandPurchase(keyed(services), request, purchase => purchase));
      if ('refused' in done) throw new Error(done.refused);
    };
    await act({ type: 'confirm', method: 'passkey', consentHash: hashPurchaseConsent(placed.ok) }, 'buyer');
    await act({ type: 'ship', by: 'seller', waybill: `WB-${caller}`, carrier: 'Post' }, 'seller');
    await act({ type: 'receive' }, 'buyer');
    return 'done';
  };
}

/** Due when the run is long over, as the floor's are: a server that shares the database shall not send them meanwhile. */
function postponeJobs(engine: Engine): Engine {
  const commit: Engine['commit'] = ({ change, ...record }, options) => {
    const jobs = change?.jobs.map(job => ({ ...job, runAtMs: job.runAtMs + HOUR_MS })) ?? [];
    return engine.commit({ ...record, change: change && { ...change, jobs } }, options);
  };
  return { ...engine, commit };
}

function makeServices(engine: Engine): CommandServices {
  const { creditLimits, terms, defaultCodeLimits } = makeTestSettings();
  return {
    ...{ engine, clock: Date.now, random: bytes => new Uint8Array(randomBytes(bytes)) },
    ...{ bus: makePurchaseBus(), nudgeJobs: () => undefined },
    settings: { creditLimits, terms, defaultCodeLimits } as Services['settings'],
  };
}

/** Each command keeps an answer under a key of its own. */
function keyed(services: CommandServices): CommandServices {
  const kept = {
    ...{ party: 'bench', key: randomUUID(), method: 'POST', path: '/', inputHash: 'bench' },
    ...{ response: STORED_ANSWER, endsAtMs: Date.now() + DAY_MS },
  };
  return { ...services, callKey: { keep: () => kept, settle: () => undefined } };
}
