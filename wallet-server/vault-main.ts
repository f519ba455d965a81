import { makeLogger } from './app/make-logger.ts';
import { readVaultEnvironment, SettingsError } from './settings/environment.ts';
import { outliveBrokenConnections } from './storage/outlive-connections.ts';
import { type KeyCommand, runKeyCommand } from './vault/key-commands.ts';
import { startVault } from './vault/start-vault.ts';

async function serve(): Promise<void> {
  const vault = await startVault(readVaultEnvironment());
  const stop = () => {
    vault.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

async function changeKeys(command: KeyCommand): Promise<void> {
  const print = (line: string) => process.stdout.write(`${line}\n`);
  const well = await runKeyCommand(command, readVaultEnvironment(), { log: makeLogger('error'), print });
  process.exit(well ? 0 : 1);
}

outliveBrokenConnections();
const [command] = process.argv.slice(2);
const isKeyCommand = command === 'rotate-keys' || command === 'drop-keys';
(isKeyCommand ? changeKeys(command) : serve()).catch((fault: unknown) => {
  const told = fault instanceof SettingsError ? fault.message : fault;
  console.error(told);
  process.exit(1);
});
