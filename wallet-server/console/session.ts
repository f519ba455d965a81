import { generateKeyPair, generateProof, type KeyPair } from 'dpop';
import type { Answer } from '#extension/ui/answer.ts';
import type { CallInput, CallResult } from '#shared/api/call.ts';
import { CallFault, createClient, type OutgoingCall } from '#shared/api/client.ts';
import type { OrderView } from '#shared/api/purchase-view.ts';
import type { ConsoleOperation, ConsoleSession } from './console-ports.ts';
import type { DeviceStore } from './device-store.ts';

const MARGIN_MS = 20_000;
const RECONNECT_MS = 2_000;
/** Calls that prove the device key without a session (RFC 9449, section 5). */
const PROOF_ONLY = new Set<string>(['join', 'signIn', 'refreshSession']);
/** Nobody is signed in any more: asking again would not change that. */
const OVER: readonly string[] = ['session_missing', 'session_expired'];
const OPEN = new Set<string>([
  ...['beginRegistration', 'beginSignIn', 'getTerms', 'beginPasskeyKeeping', 'keepPasskey'],
]);

interface SessionPorts {
  origin: string;
  store: DeviceStore;
  clock: () => number;
}

/** The console's session: every call proves the device key; a call for a shop names it. */
export function createConsoleSession(ports: SessionPorts): ConsoleSession {
  const { origin, store } = ports;
  const watchers = new Set<() => void>();
  const tell = (answer: object) => {
    const over = isOver(answer);
    if (over) for (const watcher of watchers) watcher();
    return over;
  };
  const makeClient = (sellerId: string | null) =>
    createClient({
      origin,
      fetch: (input, init) => fetch(input, init),
      authorize: call => authorize(store, call, sellerId),
    });
  const renew = () =>
    navigator.locks.request('wayveil-console-session', () => renewTokens(ports, makeClient(null)));
  return {
    async call<O extends ConsoleOperation>(
      operation: O,
      input: CallInput<O>,
      sellerId: string | null = null,
    ) {
      if (!OPEN.has(operation) && !PROOF_ONLY.has(operation)) await renew().catch(() => undefined);
      const answer = await answerCall(() => makeClient(sellerId).call(operation, input));
      tell(answer);
      return answer as Answer<CallResult<O>>;
    },
    keepTokens: tokens => store.put('tokens', tokens),
    dropTokens: () => store.remove('tokens'),
    hasTokens: async () => (await store.get('tokens')) !== null,
    followOrders(sellerId, listener) {
      const gone = new AbortController();
      followStream(
        async signal => {
          await renew();
          return makeClient(sellerId).stream('streamOrders', {}, { signal });
        },
        { listener, isOver: tell },
        gone.signal,
      );
      return () => gone.abort();
    },
    watchEnd(listener) {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },
  };
}

function isOver(answer: object): boolean {
  return 'refused' in answer && typeof answer.refused === 'string' && OVER.includes(answer.refused);
}

async function answerCall(send: () => Promise<Answer<unknown>>): Promise<Answer<unknown>> {
  try {
    return await send();
  } catch (error) {
    return { refused: error instanceof CallFault ? 'server_unreachable' : 'fault' };
  }
}

type OpenStream = (signal: AbortSignal) => Promise<{ ok: AsyncIterable<OrderView> } | { refused: string }>;

interface Follower {
  listener: (order: OrderView) => void;
  isOver: (answer: object) => boolean;
}

/**
 * Reads the stream, and opens it again after a pause whenever it ends, until `signal` says that nobody looks or the
 * session is over.
 */
async function followStream(
  open: OpenStream,
  { listener, isOver }: Follower,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      const opened = await open(signal);
      if (isOver(opened)) return;
      if ('ok' in opened) for await (const order of opened.ok) listener(order);
    } catch {
      // The connection broke: the loop opens it again.
    }
    await new Promise(resolve => setTimeout(resolve, RECONNECT_MS));
  }
}

async function renewTokens(
  { store, clock }: SessionPorts,
  client: ReturnType<typeof createClient>,
): Promise<void> {
  const tokens = await store.get('tokens');
  if (!tokens || tokens.accessExpiresAtMs - MARGIN_MS > clock()) return;
  const answer = await client.call('refreshSession', { body: { refreshToken: tokens.refreshToken } });
  if ('ok' in answer) await store.put('tokens', answer.ok);
  else await store.remove('tokens');
}

async function authorize(
  store: DeviceStore,
  { operation, method, url }: OutgoingCall,
  sellerId: string | null,
): Promise<Record<string, string>> {
  if (OPEN.has(operation)) return {};
  const keyPair = await loadDeviceKey(store);
  if (PROOF_ONLY.has(operation)) return { dpop: await generateProof(keyPair, url, method) };
  const tokens = await store.get('tokens');
  if (!tokens) return {};
  const dpop = await generateProof(keyPair, url, method, undefined, tokens.accessToken);
  const shop: Record<string, string> = sellerId === null ? {} : { 'wayveil-seller': sellerId };
  return { authorization: `DPoP ${tokens.accessToken}`, dpop, ...shop };
}

async function loadDeviceKey(store: DeviceStore): Promise<KeyPair> {
  const kept = await store.get('deviceKey');
  if (kept) return kept;
  const made = await generateKeyPair('ES256', { extractable: false });
  await store.put('deviceKey', made);
  return made;
}
