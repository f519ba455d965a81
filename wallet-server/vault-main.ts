import { makeLogger } from './app/make-logger.ts';
import { openPrint } from './operators/open-print.ts';
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
  const print = openPrint();
  const well = await runKeyCommand(command, readVaultEnvironment(), { log: makeLogger('error'), print });
  process.exit(well ? 0 : 1);
}

/** A word that is no command serves nothing: it was meant to be one. */
async function run([command]: readonly string[]): Promise<void> {
  if (command === undefined) return await serve();
  if (command === 'rotate-keys' || command === 'drop-keys') return await changeKeys(command);
  console.error(
    `There is no command “${command}”: the vault serves without one, or takes rotate-keys or drop-keys.`,
  );
  process.exit(1);
}

outliveBrokenConnections();
run(process.argv.slice(2)).catch((fault: unknown) => {
  const told = fault instanceof SettingsError ? fault.message : fault;
  console.error(told);
  process.exit(1);
});
