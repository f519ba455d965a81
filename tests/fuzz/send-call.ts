import { Webhook } from 'standardwebhooks';
import { CONTRACT } from '#shared/api/contract.ts';
import type { Endpoint } from '#shared/api/endpoint.ts';
import type { Device } from '#tests/fixtures/device.ts';
import { BANK_SECRET, CARRIER_KEY, ISSUER_SECRET, OPERATOR_KEY } from '#tests/fixtures/server-settings.ts';
import type { TestApp } from '#tests/fixtures/wallet-server.ts';
import type { FuzzedCall } from './fuzzed-call.ts';
import type { Answer } from './judge-answer.ts';
import type { WrittenCall } from './write-call.ts';

type Outgoing = Pick<FuzzedCall, 'operation' | 'signed' | 'oddHeader'> &
  WrittenCall & { idempotencyKey: string | null };

/** The key as it goes out. */
export function makeKey(kind: FuzzedCall['idempotencyKey']): string | null {
  if (kind === 'none') return null;
  return { new: crypto.randomUUID(), 'used before': 'again', 'too long': 'x'.repeat(201) }[kind];
}

/** Sends a call as the party that its row asks for, from `device` where that is a person. */
export async function sendCall(
  { app, origin }: Pick<TestApp, 'app' | 'origin'>,
  device: Device,
  call: Outgoing,
): Promise<Answer> {
  const answer = await app.inject({
    ...{ method: CONTRACT[call.operation].method, url: call.url },
    headers: {
      ...(call.payload && { 'content-type': 'application/json' }),
      ...(call.idempotencyKey && { 'idempotency-key': call.idempotencyKey }),
      ...(call.signed ? await signCall(origin, device, call) : {}),
      ...(call.oddHeader && { [call.oddHeader[0]]: call.oddHeader[1] }),
    },
    ...(call.payload && { payload: call.payload }),
  });
  const contentType = String(answer.headers['content-type'] ?? '');
  return { status: answer.statusCode, contentType, text: answer.payload };
}

const KEYS = { carrier: CARRIER_KEY, operator: OPERATOR_KEY };
const SECRETS = { issuer: ISSUER_SECRET, bank: BANK_SECRET };

/** The headers by which the party of the row makes itself known. */
export async function signCall(
  origin: string,
  device: Device,
  call: Pick<Outgoing, 'operation' | 'url' | 'payload'>,
): Promise<Record<string, string>> {
  const { party, method }: Endpoint = CONTRACT[call.operation];
  if (party === 'carrier' || party === 'operator') return { authorization: `Bearer ${KEYS[party]}` };
  if (party === 'issuer' || party === 'bank') return signMessage(SECRETS[party], call.payload);
  const [path = ''] = call.url.split('?');
  const accessToken = party === 'open' ? undefined : device.session?.accessToken;
  const dpop = await device.prove({ method, url: origin + path }, accessToken);
  if (accessToken === undefined) return { dpop };
  const seller: Record<string, string> =
    party === 'seller' && device.sellerId !== null ? { 'wayveil-seller': device.sellerId } : {};
  return { dpop, authorization: `DPoP ${accessToken}`, ...seller };
}

function signMessage(secret: string, payload: Buffer | null): Record<string, string> {
  const id = crypto.randomUUID();
  const at = new Date();
  const signature = new Webhook(secret).sign(id, at, payload?.toString() ?? '');
  const timestamp = String(Math.floor(at.getTime() / 1000));
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
}
