import { Webhook } from 'standardwebhooks';
import { CONTRACT } from '#shared/api/contract.ts';
import type { Endpoint } from '#shared/api/endpoint.ts';
import {
  type Device,
  expectOk,
  joinFrom,
  makeDevice,
  REAL_DATA,
  signInFrom,
} from '#tests/fixtures/device.ts';
import { type Escrow, openEscrow } from '#tests/fixtures/escrow.ts';
import { BANK_SECRET, CARRIER_KEY, ISSUER_SECRET, OPERATOR_KEY } from '#tests/fixtures/server-settings.ts';
import type { FuzzedCall } from './fuzzed-call.ts';
import type { Answer } from './judge-answer.ts';
import type { Pool } from './schema-arbitrary.ts';
import { fillSlots, resolveSlots, SLOT_POOL, type Slots } from './slots.ts';

/** A server with purchases in several states, a caller of every party, and a bystander whom nobody may read. */
export interface FuzzWorld {
  escrow: Escrow;
  pool: Pool;
  /** The bystander's words. */
  secrets: readonly string[];
  send(call: FuzzedCall): Promise<Answer>;
  /** Gives every slot a new purchase, since calls use them up. */
  refill(): Promise<void>;
  /** A caller whose session was ended by a call signs in anew. */
  renew(): Promise<void>;
}

const BYSTANDER = {
  ...REAL_DATA,
  name: 'Wilhelmina Starling-Achterberg',
  email: 'w.starling@achterberg.example',
  mobile: '+15035559912',
};

/** Inside a test: opens the world. */
export async function openFuzzWorld(): Promise<FuzzWorld> {
  const escrow = await openEscrow();
  const { app } = escrow;
  const bystander = await joinFrom(await makeDevice(app), BYSTANDER);
  await escrow.deposit(500_000_000n);
  escrow.device.sellerId = escrow.sellerId;
  const { paymentReference } = expectOk(await escrow.call('getAccount'));
  const state = { round: 0, slots: await fillSlots(escrow, 0) };
  const callers = { device: escrow.device };
  return {
    escrow,
    pool: {
      ...SLOT_POOL,
      ...{ hubId: ['us-portland'], buyer: [escrow.member.number], currency: ['USD'], waybill: ['WB-1234'] },
      ...{ amountMinor: ['300', '1'], sellerMinor: ['0', '300'], paymentReference: [paymentReference] },
      fieldNumber: [`${escrow.member.number}00`, `${bystander.number}03`, escrow.member.number],
    },
    secrets: [BYSTANDER.name, BYSTANDER.email, BYSTANDER.mobile],
    send: call => send(escrow, callers.device, resolveCall(call, state.slots)),
    refill: async () => {
      state.round += 1;
      state.slots = await fillSlots(escrow, state.round);
    },
    renew: async () => {
      const device = await makeDevice(app, callers.device.passkey);
      await signInFrom(device);
      device.sellerId = escrow.sellerId;
      callers.device = device;
    },
  };
}

function resolveCall(call: FuzzedCall, slots: Slots): FuzzedCall {
  const { url, text } = resolveSlots({ url: call.url, text: call.payload?.toString('latin1') ?? '' }, slots);
  return { ...call, url, payload: call.payload && Buffer.from(text, 'latin1') };
}

async function send({ app }: Escrow, device: Device, call: FuzzedCall): Promise<Answer> {
  const { method } = CONTRACT[call.operation];
  const answer = await app.app.inject({
    ...{ method, url: call.url },
    headers: {
      ...(call.payload && { 'content-type': 'application/json' }),
      ...(call.idempotencyKey && { 'idempotency-key': call.idempotencyKey }),
      ...(call.signed ? await sign(app.origin, device, call) : {}),
    },
    ...(call.payload && { payload: call.payload }),
  });
  const contentType = String(answer.headers['content-type'] ?? '');
  return { status: answer.statusCode, contentType, text: answer.payload };
}

const KEYS = { carrier: CARRIER_KEY, operator: OPERATOR_KEY };
const SECRETS = { issuer: ISSUER_SECRET, bank: BANK_SECRET };

async function sign(origin: string, device: Device, call: FuzzedCall): Promise<Record<string, string>> {
  const { party, method }: Endpoint = CONTRACT[call.operation];
  if (party === 'carrier' || party === 'operator') return { authorization: `Bearer ${KEYS[party]}` };
  if (party === 'issuer' || party === 'bank') return signMessage(SECRETS[party], call);
  const [path = ''] = call.url.split('?');
  const accessToken = party === 'open' ? undefined : device.session?.accessToken;
  const dpop = await device.prove({ method, url: origin + path }, accessToken);
  if (accessToken === undefined) return { dpop };
  const seller: Record<string, string> =
    party === 'seller' && device.sellerId !== null ? { 'wayveil-seller': device.sellerId } : {};
  return { dpop, authorization: `DPoP ${accessToken}`, ...seller };
}

function signMessage(secret: string, call: FuzzedCall): Record<string, string> {
  const id = crypto.randomUUID();
  const at = new Date();
  const signature = new Webhook(secret).sign(id, at, call.payload?.toString() ?? '');
  const timestamp = String(Math.floor(at.getTime() / 1000));
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
}
