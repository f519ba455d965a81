import { openDatabase, type WalletDatabase } from '#extension/keyring/database.ts';
import { createKeyringStore, type KeyringStore } from '#extension/keyring/keyring-store.ts';
import type { Random } from '#extension/keyring/seal.ts';
import { createUnlockedKey } from '#extension/keyring/unlocked.ts';
import { fetchFromServer } from '#extension/wallet-client/fetch.ts';
import { createSession, type Session } from '#extension/wallet-client/session.ts';
import { createWalletClient, type WalletClient } from '#extension/wallet-client/wallet-client.ts';
import type { WitnessPolicy } from '#shared/log/cosignatures.ts';
import { loadConfig } from './config.ts';
import { createSessionArea, type SessionArea } from './session-area.ts';
import { storeAnswer } from './store-answer.ts';

/** What the background works with; made anew each time it wakes, out of what is stored. */
export interface Services {
  serverOrigin: string;
  /** The host that passkeys are bound to (WebAuthn's RP ID). */
  rpId: string;
  /** Who must have seen the public log too. */
  witnesses: WitnessPolicy;
  database: WalletDatabase;
  keyring: KeyringStore;
  session: Session;
  client: WalletClient;
  area: SessionArea;
  clock: () => number;
  random: Random;
}

const random: Random = bytes => crypto.getRandomValues(new Uint8Array(bytes));

/** Opens what is stored and makes the services. */
export async function openServices(): Promise<Services> {
  const [{ serverOrigin, witnesses }, database] = await Promise.all([loadConfig(), openDatabase()]);
  const clock = Date.now;
  const keyring = createKeyringStore({ database, unlocked: createUnlockedKey(), random });
  const area = createSessionArea();
  const session = createSession({
    ...{ origin: serverOrigin, database, fetch: fetchFromServer, clock },
    lock: async (name, run) => navigator.locks.request(name, run),
  });
  const client = createWalletClient({
    ...{ session, database, clock },
    store: (command, answer) => storeAnswer({ keyring, area }, command, answer),
  });
  const { hostname: rpId } = new URL(serverOrigin);
  return { serverOrigin, rpId, witnesses, database, keyring, session, client, area, clock, random };
}
