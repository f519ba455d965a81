import { makeLogger } from '#server/app/make-logger.ts';
import { startWalletServer } from '#server/app/start-wallet-server.ts';
import { readEnvironment } from '#server/settings/environment.ts';
import { openStorage } from '#server/storage/open-storage.ts';

/**
 * A wallet server with a planted fault: its database says that a commit is done before it is on the disk. Only for
 * showing that the search for lost commands finds one.
 */
const settings = readEnvironment();
const storage = await openStorage(settings.storage, { logger: makeLogger('warn') });
await storage.directory.unsafe('alter role current_user set synchronous_commit = off').simple();
await storage.directory`select pg_terminate_backend(pid) from pg_stat_activity where usename = current_user and pid <> pg_backend_pid()`;
const { directory, vault, vaultSecond } = storage;
const pools = { directory, vault, ...(vaultSecond && { vaultSecond }) };
const server = await startWalletServer(settings, { storage: pools });
process.once('SIGTERM', async () => {
  await server.close();
  await storage.close();
});
