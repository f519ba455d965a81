import { z } from 'zod';
import type { Party } from '#shared/api/endpoint.ts';
import type { RefusalCode } from '#shared/api/refusal.ts';
import { isSellerOf } from '../sellers/find-seller.ts';
import { hashApiKey } from '../sellers/keys.ts';
import type { ReadDeviceKey } from './device-keys.ts';
import { type Proof, type ProvenCall, readProof } from './dpop.ts';
import { type Callers, spendProof } from './find-session.ts';
import type { PartyIdentity } from './handler.ts';
import { findKeyHolder, type OutsideKeys, verifySignature } from './outside-keys.ts';
import type { Clock, Services } from './services.ts';

/** What identification needs of a request, and nothing of its payload but the signed bytes. */
export interface Caller {
  method: string;
  /** Path without query. */
  path: string;
  headers: Record<string, string>;
  rawBody: string;
  /** Begins what may be read before it is known who calls; `sellerId` is the shop that the call is said to be of. */
  foresee(sellerId: string | null): void;
}

export interface IdentifyPorts {
  services: Services;
  keys: OutsideKeys;
  /** The real time, which devices know too: proofs are judged by it even where `services.clock` is made. */
  proofClock: Clock;
  callers: Callers;
  readKey: ReadDeviceKey;
}

/** Who calls; `untilMs` is when that stops being known. `name` is what limits and idempotency keys are counted by. */
export interface Identified {
  identity: PartyIdentity[Party];
  name: string;
  untilMs: number | null;
}

const SellerId = z.uuid();

type Outcome = Identified | { refused: RefusalCode };
type Identify = (ports: IdentifyPorts, caller: Caller) => Promise<Outcome>;

/** How each party of the contract makes itself known. */
export const IDENTIFY: Record<Party, Identify> = {
  open: identifyOpen,
  session: identifySession,
  seller: identifySeller,
  carrier: async ({ keys }, caller) => {
    const holder = findKeyHolder(keys.carriers, readBearer(caller) ?? '');
    if (!holder) return { refused: 'key_invalid' };
    const identity = { carrierId: holder.id, name: holder.name };
    return { identity, name: `carrier:${holder.id}`, untilMs: null };
  },
  operator: async ({ keys }, caller) => {
    const holder = findKeyHolder(keys.operators, readBearer(caller) ?? '');
    if (!holder) return { refused: 'key_invalid' };
    return { identity: { operatorId: holder.id }, name: `operator:${holder.id}`, untilMs: null };
  },
  issuer: async ({ keys }, caller) => {
    const messageId = verifySignature(keys.issuerSecret, caller.rawBody, caller.headers);
    if (messageId === null) return { refused: 'signature_invalid' };
    return { identity: { messageId }, name: 'issuer', untilMs: null };
  },
  bank: async ({ keys }, caller) => {
    const messageId = verifySignature(keys.bankSecret, caller.rawBody, caller.headers);
    if (messageId === null) return { refused: 'signature_invalid' };
    return { identity: { messageId }, name: 'bank', untilMs: null };
  },
};

async function identifyOpen(ports: IdentifyPorts, caller: Caller): Promise<Outcome> {
  const { dpop } = caller.headers;
  const proof = dpop === undefined ? null : await readCallersProof(ports, dpop, describe(ports, caller));
  const fresh = proof !== null && (await spendProof(ports.services.directory, proof));
  return { identity: { jkt: fresh ? proof.jkt : null }, name: 'open', untilMs: null };
}

async function identifySession(ports: IdentifyPorts, caller: Caller): Promise<Outcome> {
  const [scheme = '', accessToken] = (caller.headers.authorization ?? '').split(' ');
  if (scheme.toLowerCase() !== 'dpop' || !accessToken) return { refused: 'session_missing' };
  const call = { ...describe(ports, caller), accessToken };
  const proof = await readCallersProof(ports, caller.headers.dpop ?? '', call);
  if (!proof) return { refused: 'proof_invalid' };
  const nowMs = ports.services.clock();
  caller.foresee(readSellerId(caller));
  const session = await ports.callers.findSession({ accessToken, proof, nowMs });
  if ('refused' in session) return session;
  const { personId, deviceId, sessionId, expiresAtMs } = session;
  const identity = { personId, deviceId, sessionId };
  return { identity, name: `person:${personId}`, untilMs: expiresAtMs };
}

async function identifySeller(ports: IdentifyPorts, caller: Caller): Promise<Outcome> {
  const { directory } = ports.services;
  const apiKey = readBearer(caller);
  if (apiKey !== null) {
    caller.foresee(ports.callers.recallSeller(apiKey));
    const sellerId = await ports.callers.findSeller(apiKey);
    if (sellerId === null) return { refused: 'key_invalid' };
    const identity = { sellerId, by: { apiKeyHash: hashApiKey(apiKey) } };
    return { identity, name: `seller:${sellerId}`, untilMs: null };
  }
  const person = await identifySession(ports, caller);
  if ('refused' in person || !('personId' in person.identity)) return person;
  const sellerId = readSellerId(caller);
  if (sellerId === null || !(await isSellerOf(directory, sellerId, person.identity.personId)))
    return { refused: 'seller_unknown' };
  const identity = { sellerId, by: { sessionId: person.identity.sessionId } };
  return { identity, name: `seller:${sellerId}`, untilMs: person.untilMs };
}

/** The shop that a session says it acts for. */
function readSellerId(caller: Caller): string | null {
  const sellerId = SellerId.safeParse(caller.headers['wayveil-seller']);
  return sellerId.success ? sellerId.data : null;
}

function readCallersProof(ports: IdentifyPorts, jwt: string, call: ProvenCall): Promise<Proof | null> {
  return readProof(jwt, call, ports.proofClock(), ports.readKey);
}

function readBearer(caller: Caller): string | null {
  const [scheme = '', key] = (caller.headers.authorization ?? '').split(' ');
  return scheme.toLowerCase() === 'bearer' && key ? key : null;
}

function describe({ services }: IdentifyPorts, caller: Caller): { method: string; url: string } {
  return { method: caller.method, url: services.settings.origin + caller.path };
}
