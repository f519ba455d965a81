import { Webhook } from 'standardwebhooks';
import { createClient } from '#shared/api/client.ts';
import type { IssuerMessage } from '#shared/api/outside.ts';
import type { PurchaseCommand } from '#shared/purchase/command.ts';
import { type Escrow, makeMessage } from '#tests/fixtures/escrow.ts';
import { hashShown } from '#tests/fixtures/hash-shown.ts';
import { CARRIER_KEY, ISSUER_SECRET, OPERATOR_KEY } from '#tests/fixtures/server-settings.ts';
import type { Outcome } from './purse.ts';
import type { ReferencePurchase } from './reference.ts';
import type { Twin } from './world.ts';

/** What somebody sends: sent again it is the same message, with the same key and the same bytes. */
export interface Sending {
  /** What the requirements say to it now, done to the references. */
  expect(): Outcome;
  send(): Promise<Outcome>;
}

export interface Message extends Sending {
  name: string;
}

/** A message to one purchase: what it asks of it, and how. */
export interface PurchaseMessage {
  command: PurchaseCommand;
  /** Whether it says nothing new of the purchase as it stands: it is taken, and nothing happens. */
  isKnown?(reference: ReferencePurchase): boolean;
  send(): Promise<Outcome>;
}

type Answer = { ok: unknown } | { refused: string };

/** Refusals that say nothing about the purchase are faults of the simulation. */
const OF_THE_CALLER = ['session_expired', 'session_missing', 'proof_invalid', 'key_invalid', 'input_invalid'];

export function toOutcome(answer: Answer): Outcome {
  if ('ok' in answer) return 'done';
  if (OF_THE_CALLER.includes(answer.refused)) throw new Error(`the caller was refused: ${answer.refused}`);
  return 'refused';
}

/** What each message is made of; null where nobody could send it now. */
type MakeMessage = (escrow: Escrow, twin: Twin, part: bigint) => PurchaseMessage | null;

function askAsBuyer(
  command: PurchaseCommand,
  call: (escrow: Escrow, twin: Twin, key: { idempotencyKey: string }) => Promise<Answer>,
): MakeMessage {
  return (escrow, twin) => {
    const key = { idempotencyKey: crypto.randomUUID() };
    return { command, send: async () => toOutcome(await call(escrow, twin, key)) };
  };
}

function askAsSeller(
  command: (twin: Twin) => PurchaseCommand,
  call: (escrow: Escrow, twin: Twin, key: { idempotencyKey: string }) => Promise<Answer>,
): MakeMessage {
  return (escrow, twin) => {
    if (twin.reference.funding !== 'held') return null;
    const key = { idempotencyKey: crypto.randomUUID() };
    return { command: command(twin), send: async () => toOutcome(await call(escrow, twin, key)) };
  };
}

const byPurchase = ({ view }: Twin) => ({ params: { purchaseId: view.id }, body: {} });
const byOrder = ({ view }: Twin) => ({ params: { orderNumber: view.orderNumber ?? '' }, body: {} });

/** Every message that takes a purchase on, by its name. */
export const MESSAGES: Record<string, MakeMessage> = {
  confirm: (escrow, twin) => {
    const { device } = escrow;
    const consentHash = hashShown(twin.view);
    const kept: { credential?: ReturnType<typeof device.passkey.assert> } = {};
    const options = { idempotencyKey: crypto.randomUUID() };
    return {
      command: { type: 'confirm', method: 'passkey', consentHash },
      send: async () => {
        // Signed when it is sent first: an authenticator counts, and a count that goes back is refused.
        kept.credential ??= device.passkey.assert({ challenge: consentHash, rpId: 'wallet.localhost' });
        const body = { method: 'passkey' as const, consentHash, credential: kept.credential };
        const answer = await device.client.call(
          'confirmPurchase',
          { params: { purchaseId: twin.view.id }, body },
          options,
        );
        if ('ok' in answer && answer.ok.armedNumber) twin.armed = answer.ok.armedNumber;
        return toOutcome(answer);
      },
    };
  },
  decline: askAsBuyer({ type: 'decline' }, ({ device }, twin, key) =>
    device.client.call('declinePurchase', byPurchase(twin), key),
  ),
  'cancel by buyer': askAsBuyer({ type: 'cancel', by: 'buyer' }, ({ device }, twin, key) =>
    device.client.call('cancelPurchase', byPurchase(twin), key),
  ),
  'cancel by seller': askAsSeller(
    () => ({ type: 'cancel', by: 'seller' }),
    ({ device }, twin, key) => device.client.call('cancelOrder', byOrder(twin), key),
  ),
  'ship by seller': askAsSeller(
    ({ waybill }) => ({ type: 'ship', by: 'seller', waybill, carrier: 'Post' }),
    ({ device }, twin, key) =>
      device.client.call(
        'shipOrder',
        { params: byOrder(twin).params, body: { waybill: twin.waybill, carrier: 'Post' } },
        key,
      ),
  ),
  'ship by buyer': (escrow, twin) => {
    const key = { idempotencyKey: crypto.randomUUID() };
    const { waybill } = twin;
    const input = { params: byPurchase(twin).params, body: { waybill, carrier: 'Post' } };
    return {
      command: { type: 'ship', by: 'buyer', waybill, carrier: 'Post' },
      send: async () => toOutcome(await escrow.device.client.call('reportShipment', input, key)),
    };
  },
  'ship by carrier': (escrow, twin) => {
    if (twin.reference.funding !== 'advanced' || twin.reference.charge === 'none') return null;
    const { waybill, view } = twin;
    const client = makeKeyClient(escrow, CARRIER_KEY);
    const atMs = escrow.app.clock.nowMs;
    const key = { idempotencyKey: crypto.randomUUID() };
    const { deliveryNumber } = view;
    return {
      command: { type: 'ship', by: 'carrier', waybill, carrier: 'Post' },
      isKnown: ({ state, charge, waybill: known }) =>
        known === waybill
          ? state === 'shipped' || state === 'disputed'
          : known === null && state === 'disputed' && charge !== 'none',
      send: async () => {
        const body = { event: 'accepted' as const, waybill, carrier: 'Post', deliveryNumber, atMs };
        const answer = await client.call('reportParcel', { body }, key);
        return 'ok' in answer && answer.ok.matched ? 'done' : 'refused';
      },
    };
  },
  deliver: (escrow, twin) => {
    const { waybill } = twin;
    const client = makeKeyClient(escrow, CARRIER_KEY);
    const atMs = escrow.app.clock.nowMs;
    const key = { idempotencyKey: crypto.randomUUID() };
    return {
      command: { type: 'report_delivery', waybill },
      send: async () => {
        const body = { event: 'delivered' as const, waybill, carrier: 'Post', atMs };
        const answer = await client.call('reportParcel', { body }, key);
        return 'ok' in answer && answer.ok.matched ? 'done' : 'refused';
      },
    };
  },
  receive: askAsBuyer({ type: 'receive' }, ({ device }, twin, key) =>
    device.client.call('confirmReceipt', byPurchase(twin), key),
  ),
  dispute: askAsBuyer({ type: 'dispute', reason: 'broken' }, ({ device }, twin, key) =>
    device.client.call('disputePurchase', { ...byPurchase(twin), body: { reason: 'broken' } }, key),
  ),
  withdraw: askAsBuyer({ type: 'withdraw_dispute' }, ({ device }, twin, key) =>
    device.client.call('withdrawDispute', { params: byPurchase(twin).params }, key),
  ),
  'request return': askAsBuyer({ type: 'request_return' }, ({ device }, twin, key) =>
    device.client.call('requestReturn', byPurchase(twin), key),
  ),
  refund: askAsSeller(
    () => ({ type: 'refund' }),
    ({ device }, twin, key) => device.client.call('refundOrder', byOrder(twin), key),
  ),
  'refund a part': (escrow, twin, part) => {
    if (twin.reference.funding !== 'held' || part <= 0n) return null;
    const { device } = escrow;
    const key = { idempotencyKey: crypto.randomUUID() };
    const input = { ...byOrder(twin), body: { amountMinor: String(part) } };
    return {
      command: { type: 'refund_part', amountMinor: part },
      send: async () => toOutcome(await device.client.call('refundOrder', input, key)),
    };
  },
  rule: (escrow, twin, part) => {
    const client = makeKeyClient(escrow, OPERATOR_KEY);
    const key = { idempotencyKey: crypto.randomUUID() };
    const input = { params: byPurchase(twin).params, body: { sellerMinor: String(part) } };
    return {
      command: { type: 'rule', sellerMinor: part },
      send: async () => toOutcome(await client.call('ruleDispute', input, key)),
    };
  },
  authorize: (escrow, twin) =>
    makeCharge(
      escrow,
      twin,
      {
        ...{ type: 'authorize', amountMinor: twin.reference.amountMinor, currency: 'USD' },
        ...{ payeeHost: twin.view.payee.host, authorizationCode: '' },
      },
      { messageTypeIndicator: '0100' },
    ),
  clear: (escrow, twin, part) =>
    makeCharge(
      escrow,
      twin,
      { type: 'clear', amountMinor: part, currency: 'USD' },
      { messageTypeIndicator: '0220', amountTransaction: String(part) },
    ),
  'refund charge': (escrow, twin, part) =>
    makeCharge(
      escrow,
      twin,
      { type: 'refund_charge', amountMinor: part, currency: 'USD' },
      { messageTypeIndicator: '0220', processingCode: '200000', amountTransaction: String(part) },
    ),
  reverse: (escrow, twin) =>
    makeCharge(escrow, twin, { type: 'reverse_authorization' }, { messageTypeIndicator: '0400' }),
};

export function makeKeyClient({ app }: Escrow, key: string) {
  const authorize = async () => ({ authorization: `Bearer ${key}` });
  return createClient({ origin: app.origin, fetch: app.fetch, authorize });
}

function makeCharge(
  escrow: Escrow,
  twin: Twin,
  command: PurchaseCommand,
  change: Partial<IssuerMessage>,
): PurchaseMessage | null {
  if (!twin.armed || change.amountTransaction === '0') return null;
  const retrievalReferenceNumber = twin.waybill.replace(/\D/g, '').padStart(12, '0');
  const message = makeMessage(twin.armed, { retrievalReferenceNumber, ...change });
  return { command, send: () => sendIssuerMessage(escrow, message) };
}

async function sendIssuerMessage(escrow: Escrow, message: IssuerMessage): Promise<Outcome> {
  const to = { path: '/v1/issuer/messages', secret: ISSUER_SECRET, message };
  const answer = await postSigned<{ responseCode: string }>(escrow, to);
  return answer.responseCode === '00' ? 'done' : 'refused';
}

/** Posts by the Standard Webhooks scheme; what is not answered by 200 is a fault of the simulation. */
export async function postSigned<Answered>(
  { app }: Escrow,
  { path, secret, message }: { path: string; secret: string; message: object },
): Promise<Answered> {
  const payload = JSON.stringify(message);
  const [id, at] = [crypto.randomUUID(), new Date()];
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, at, payload),
  };
  const answer = await app.app.inject({ method: 'POST', url: path, headers, payload });
  if (answer.statusCode !== 200) throw new Error(`${path} answers ${answer.statusCode}`);
  return answer.json();
}
