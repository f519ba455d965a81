import { readVaultEnvironment, SettingsError } from './settings/environment.ts';
import { startVault } from './vault/start-vault.ts';

async function main(): Promise<void> {
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

main().catch((fault: unknown) => {
  const told = fault instanceof SettingsError ? fault.message : fault;
  console.error(told);
  process.exit(1);
});
