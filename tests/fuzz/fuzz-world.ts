import { runDuePurchases } from '#server/purchases/run-due-purchases.ts';
import { CONTRACT } from '#shared/api/contract.ts';
import {
  type Device,
  expectOk,
  joinFrom,
  makeDevice,
  REAL_DATA,
  signInFrom,
} from '#tests/fixtures/device.ts';
import { type Escrow, openEscrow } from '#tests/fixtures/escrow.ts';
import type { FuzzedCall } from './fuzzed-call.ts';
import type { Answer } from './judge-answer.ts';
import { RIGHT_CALLS, type RightCall, type RightWorld } from './right-calls.ts';
import { WEBHOOK_URL } from './right-seller-calls.ts';
import type { Pool } from './schema-arbitrary.ts';
import { makeKey, sendCall } from './send-call.ts';
import { fillSlots, resolveSlots, SLOT_POOL } from './slots.ts';
import { makeWitness } from './witness.ts';
import { writeCall } from './write-call.ts';

/** A server with purchases in several states, a caller of every party, and a bystander whom nobody may read. */
export interface FuzzWorld {
  escrow: Escrow;
  pool: Pool;
  /** The bystander's words: in no answer. */
  secrets: readonly string[];
  /** Words that are in no line of the log, whoever's they are. */
  unspoken: readonly string[];
  /** The device that calls now. */
  device(): Device;
  /** Sends the call, and where it is to come twice the very same again. */
  send(call: FuzzedCall): Promise<Answer[]>;
  /** Lets time pass and gives every slot a new purchase, since calls use them up. */
  refill(): Promise<void>;
  /** The caller signs in anew. */
  renew(): Promise<void>;
}

const BYSTANDER = {
  ...REAL_DATA,
  name: 'Wilhelmina Starling-Achterberg',
  email: 'w.starling@achterberg.example',
  mobile: '+15035559912',
};

/** Limits on how often have tests of their own. */
const UNLIMITED = {
  openPerMinute: 1e9,
  partyPerMinute: 1e9,
  pagesPerMinute: 1e9,
  codesPerHour: 1e9,
  wrongProofsPerHour: 1e9,
};

/** Longer than a one-time number is good for, so that what nobody charged gives its credit back. */
const BETWEEN_REFILLS_MS = 16 * 60_000;

/** Inside a test: opens the world. */
export async function openFuzzWorld(): Promise<FuzzWorld> {
  const witness = makeWitness('witness.example');
  const escrow = await openEscrow(WEBHOOK_URL, {
    logWitnesses: [{ key: witness.key, url: null }],
    limits: UNLIMITED,
  });
  const { app, sellerId } = escrow;
  const bystander = await joinFrom(await makeDevice(app), BYSTANDER);
  await escrow.deposit(500_000_000n);
  escrow.device.sellerId = sellerId;
  const { paymentReference } = expectOk(await escrow.call('getAccount'));
  const state = { round: 0, names: 0, slots: await fillSlots(escrow, 0), device: escrow.device };
  const makeName = () => {
    state.names += 1;
    return `R-${state.names}`;
  };
  const renew = async () => {
    state.device = await makeDevice(app, state.device.passkey);
    await signInFrom(state.device);
    state.device.sellerId = sellerId;
  };
  return {
    escrow,
    pool: makePool(escrow, bystander.number, paymentReference),
    secrets: [BYSTANDER.name, BYSTANDER.email, BYSTANDER.mobile],
    unspoken: [BYSTANDER, REAL_DATA].flatMap(({ name, email, mobile }) => [name, email, mobile ?? name]),
    device: () => state.device,
    renew,
    async send(call) {
      const row = CONTRACT[call.operation];
      const parts = await makeParts(call, { escrow, witness, device: state.device, makeName });
      const written = writeCall(row, parts, call);
      const resolved = call.parts === 'right' ? written : resolveSlots(written, state.slots);
      const outgoing = { ...call, ...resolved, idempotencyKey: makeKey(call.idempotencyKey) };
      const device = parts.device ?? state.device;
      const answers = [await sendCall(app, device, outgoing)];
      if (call.twice) answers.push(await sendCall(app, device, outgoing));
      return answers;
    },
    async refill() {
      app.clock.nowMs += BETWEEN_REFILLS_MS;
      await runDuePurchases(app.services);
      state.round += 1;
      await renew();
      state.slots = await fillSlots(escrow, state.round);
    },
  };
}

function makePool(escrow: Escrow, bystanderNumber: string, paymentReference: string): Pool {
  const { number } = escrow.member;
  return {
    ...SLOT_POOL,
    ...{ hubId: ['us-portland'], buyer: [number], currency: ['USD'], waybill: ['WB-1234'] },
    ...{ amountMinor: ['300', '1'], sellerMinor: ['0', '300'], paymentReference: [paymentReference] },
    fieldNumber: [`${number}00`, `${bystanderNumber}03`, number],
  };
}

async function makeParts(call: FuzzedCall, world: RightWorld): Promise<RightCall> {
  if (call.parts !== 'right') return call.parts;
  return await RIGHT_CALLS[call.operation](world);
}
