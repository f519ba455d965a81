import { join } from 'node:path';
import { createDatabases, ROLES } from '#server/storage/create-databases.ts';
import { makeDataFolder, runServer, type ServerProcess } from '#tests/bench/run-server.ts';
import { BANK_SECRET } from '#tests/fixtures/server-settings.ts';
import { findFreePort } from '#tests/world/free-port.ts';
import type { Choices } from '../choices.ts';
import { type Forwarder, openForwarder } from './forwarder.ts';
import { makeCluster, makeStandby, type OutsidePostgres, startPostgres } from './outside-postgres.ts';
import { openUnrulyProxy, type UnrulyProxy } from './unruly-proxy.ts';

/** Server processes behind an unruly network, on one database whose primary has a synchronous standby. */
export interface BankWorld {
  /** What callers and proofs name. */
  origin: string;
  proxy: UnrulyProxy;
  /** For the directory, wherever it is now. */
  databaseUrl: string;
  /** Kills the primary and makes the standby the primary. */
  failOver(): Promise<void>;
  close(): Promise<void>;
}

const KEY = Buffer.alloc(32, 7).toString('base64url');
const PASSWORDS = { admin: 'aa', directory: 'bb', vault: 'cc', vault_second: 'dd' };
const credentials = Object.fromEntries(
  Object.entries(PASSWORDS).map(([name, part]) => [name, part.repeat(16)]),
) as Record<keyof typeof PASSWORDS, string>;

export async function openBankWorld(serverCount: number, choices: Choices): Promise<BankWorld> {
  const folder = makeDataFolder();
  const closing: (() => Promise<void> | void)[] = [folder.remove];
  const close = async () => {
    for (const end of closing.splice(0).reverse()) await end();
  };
  try {
    const { primary, standby } = await startPair(folder.path);
    closing.push(
      () => standby.stop(),
      () => primary.stop(),
    );
    const forwarder = await openForwarder(primary.port);
    closing.push(forwarder.close);
    const ports = await Promise.all(Array.from({ length: serverCount }, findFreePort));
    const proxy = await openUnrulyProxy(ports, choices);
    closing.push(proxy.close);
    const origin = `http://wallet.localhost:${proxy.port}`;
    for (const [index, port] of ports.entries()) {
      const server = await startServer({ folder: folder.path, index, port, origin, forwarder });
      closing.push(server.stop);
    }
    const failOver = async () => {
      await primary.kill();
      await standby.admin`select pg_promote()`;
      forwarder.moveTo(standby.port);
    };
    return { origin, proxy, databaseUrl: urlOf('directory', forwarder.port), failOver, close };
  } catch (fault) {
    await close();
    throw fault;
  }
}

/** Every commit waits until the standby has it on its disk. */
async function startPair(folder: string): Promise<{ primary: OutsidePostgres; standby: OutsidePostgres }> {
  const [primaryPort, standbyPort] = [await findFreePort(), await findFreePort()];
  const cluster = await makeCluster(folder);
  const alone = await startPostgres(cluster, primaryPort);
  await createDatabases(alone.admin, credentials);
  await alone.stop();
  const copy = await makeStandby(cluster, folder, primaryPort);
  const primary = await startPostgres(cluster, primaryPort, { synchronous_standby_names: 'standby' });
  const standby = await startPostgres(copy, standbyPort);
  return { primary, standby };
}

function urlOf(name: keyof typeof ROLES, port: number): string {
  return `postgres://${ROLES[name]}:${credentials[name]}@127.0.0.1:${port}/${name}`;
}

async function startServer(options: {
  folder: string;
  index: number;
  port: number;
  origin: string;
  forwarder: Forwarder;
}): Promise<ServerProcess> {
  const { folder, index, port, origin, forwarder } = options;
  return await runServer(join(folder, `server-${index}`), {
    DATABASE_URL: urlOf('directory', forwarder.port),
    VAULT_DATABASE_URL: urlOf('vault', forwarder.port),
    VAULT_SECOND_DATABASE_URL: urlOf('vault_second', forwarder.port),
    ...{ WAYVEIL_SECRET_KEY: KEY, WAYVEIL_VAULT_KEY: KEY, WAYVEIL_VAULT_FILES: join(folder, 'vault-files') },
    ...{ WAYVEIL_ORIGIN: origin, WAYVEIL_PORT: String(port), WAYVEIL_BANK_SECRET: BANK_SECRET },
    WAYVEIL_WEBHOOK_PRIVATE_HOSTS: 'yes',
    WAYVEIL_OPEN_CALLS_PER_MINUTE: '1000000',
    WAYVEIL_PARTY_CALLS_PER_MINUTE: '1000000',
    WAYVEIL_CONNECTIONS: '12',
  });
}
