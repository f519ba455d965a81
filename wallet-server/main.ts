import { availableParallelism } from 'node:os';
import { startWalletServer } from './app/start-wallet-server.ts';
import { setPasskeyCrypto } from './people/passkey-crypto.ts';
import { readEnvironment, SettingsError } from './settings/environment.ts';
import { outliveBrokenConnections } from './storage/outlive-connections.ts';

async function main(): Promise<void> {
  const server = await startWalletServer(readEnvironment());
  const stop = () => {
    server.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

outliveBrokenConnections();
setPasskeyCrypto(availableParallelism());
main().catch((fault: unknown) => {
  const told = fault instanceof SettingsError ? fault.message : fault;
  console.error(told);
  process.exit(1);
});
