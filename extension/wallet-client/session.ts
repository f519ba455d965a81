import { generateKeyPair, generateProof, type KeyPair } from 'dpop';
import type { WalletDatabase } from '#extension/keyring/database.ts';
import { type Client, createClient, type OutgoingCall } from '#shared/api/client.ts';
import type { SessionTokens } from '#shared/api/people.ts';

/** Renewed this long before it ends, so that a slow call does not end on the way. */
const MARGIN_MS = 20_000;

/** Calls that prove the device key without a session (RFC 9449, section 5). */
const PROOF_ONLY = new Set<string>(['join', 'signIn', 'refreshSession']);
const OPEN = new Set<string>([
  'beginRegistration',
  'beginSignIn',
  'listHubs',
  'getTerms',
  'getHealth',
  'getLog',
  'beginPasskeyKeeping',
  'keepPasskey',
]);

export interface SessionPorts {
  origin: string;
  database: WalletDatabase;
  fetch: typeof globalThis.fetch;
  clock: () => number;
  /** Runs one at a time, whichever context asks (Web Locks). */
  lock: <T>(name: string, run: () => Promise<T>) => Promise<T>;
}

export type SessionState = 'none' | 'live' | 'ended';

/** The session of this device: tokens in the database, bound to the device key (RFC 9449). */
export interface Session {
  /** The typed client; calls are authorised and proved. */
  client: Client;
  /** Whether calls can be authorised; renews where the access token is about to end. */
  renew(options?: { force: boolean }): Promise<SessionState>;
  /** Ends tokens that the server refused: the next sign-in makes new ones. */
  drop(): Promise<void>;
  state(): Promise<SessionState>;
}

/** The session over `ports`. */
export function createSession(ports: SessionPorts): Session {
  const { database, origin, fetch } = ports;
  const authorize = (call: OutgoingCall) => authorizeCall(ports, call);
  const client = createClient({ origin, fetch, authorize });
  return {
    client,
    renew: options =>
      ports.lock('wayveil-session', () => renewTokens(ports, client, options?.force ?? false)),
    drop: () => database.remove('tokens'),
    state: () => readState(ports),
  };
}

async function readState({ database, clock }: SessionPorts): Promise<SessionState> {
  const [tokens, wallet] = await Promise.all([database.get('tokens'), database.get('wallet')]);
  if (tokens && tokens.refreshExpiresAtMs > clock()) return 'live';
  return wallet ? 'ended' : 'none';
}

/**
 * New tokens where the old ones are about to end. An answer that is lost on the way ends the session, since a
 * refresh token is good once: the owner's passkey opens a new one, and nothing waits on the old.
 */
async function renewTokens(ports: SessionPorts, client: Client, force: boolean): Promise<SessionState> {
  const { database, clock } = ports;
  const tokens = await database.get('tokens');
  if (!tokens) return readState(ports);
  if (!force && tokens.accessExpiresAtMs - MARGIN_MS > clock()) return 'live';
  const answer = await client.call('refreshSession', { body: { refreshToken: tokens.refreshToken } });
  if ('ok' in answer) {
    await database.put('tokens', answer.ok);
    return 'live';
  }
  if (answer.refused === 'session_expired' || answer.refused === 'proof_invalid') {
    await database.remove('tokens');
    return readState(ports);
  }
  return 'live';
}

async function authorizeCall(
  { database }: SessionPorts,
  { operation, method, url }: OutgoingCall,
): Promise<Record<string, string>> {
  if (OPEN.has(operation)) return {};
  const keyPair = await loadDeviceKey(database);
  if (PROOF_ONLY.has(operation)) return { dpop: await generateProof(keyPair, url, method) };
  const tokens: SessionTokens | null = await database.get('tokens');
  if (!tokens) return {};
  const dpop = await generateProof(keyPair, url, method, undefined, tokens.accessToken);
  return { authorization: `DPoP ${tokens.accessToken}`, dpop };
}

/** The key of this device: made once, kept by the browser, not to be exported. */
async function loadDeviceKey(database: WalletDatabase): Promise<KeyPair> {
  const kept = await database.get('deviceKey');
  if (kept) return kept;
  const made = await generateKeyPair('ES256', { extractable: false });
  await database.put('deviceKey', made);
  return made;
}
