import { join } from 'node:path';
import { findHolders, openByHolder } from '../people/find-holder.ts';
import { makeEngine } from '../purchases/engine.ts';
import { keepKey } from '../settings/keep-key.ts';
import { locateJournal, type StartSettings } from '../settings/start-settings.ts';
import { groupCalls } from '../storage/group-calls.ts';
import type { GroupPools } from '../storage/group-pools.ts';
import type { Sql } from '../storage/sql.ts';
import { openVault } from '../vault/open-vault.ts';
import { deriveKeys } from './derive-key.ts';
import { makePurchaseBus } from './purchase-bus.ts';
import type { Clock, Logger, Random, Services } from './services.ts';

export interface ServicePorts {
  directory: Sql;
  /** @default directory */
  grouped?: GroupPools | undefined;
  vault?: Sql | undefined;
  vaultSecond?: Sql | undefined;
  /** For commands beside a server: nothing is moved to where this version keeps it. */
  asItIs?: boolean;
  clock: Clock;
  random: Random;
  log: Logger;
  /** The port that was listened on. */
  port: number;
  nudgeJobs(): void;
}

/** The effects of the server as ports, and what was decided at start. */
export async function makeServices(settings: StartSettings, ports: ServicePorts): Promise<Services> {
  const { clock, random, log, nudgeJobs, directory } = ports;
  const { reading, writing } = ports.grouped ?? { reading: directory, writing: directory };
  const origin = settings.origin ?? `http://wallet.localhost:${ports.port}`;
  const folder = join(settings.storage.dataDirectory, 'keys');
  const secretKey = settings.secretKey ?? (await keepKey(join(folder, 'secret'), random));
  const { dataDirectory, databaseUrl } = settings.storage;
  const place = { settings: settings.vault, dataDirectory, isShared: databaseUrl !== undefined };
  const { extensionOrigins, mailDomain, hubs, terms } = settings;
  const { creditLimits, defaultCodeLimits, logWitnesses, numberLifetimeMs, webhookToPrivateHosts } = settings;
  return {
    directory,
    grouped: reading,
    engine: makeEngine(reading, { creditLimits, writingSql: writing, waitingSql: directory }),
    vault: openByHolder(
      await openVault(place, ports, { clock, random, log }),
      ports.directory,
      groupCalls((ids: readonly string[]) => findHolders(ports.directory, ids), { largest: 256, lanes: 1 }),
    ),
    ...{ clock, random, log, nudgeJobs },
    bus: makePurchaseBus(),
    settings: {
      ...{
        origin,
        rpId: settings.rpId ?? new URL(origin).hostname,
        extensionOrigins,
        mailDomain,
        hubs,
        terms,
      },
      ...{
        creditLimits,
        defaultCodeLimits,
        logWitnesses,
        numberLifetimeMs,
        keyFor: deriveKeys(secretKey),
        logQuorum: settings.logQuorum,
        erasuresFile: locateJournal(settings),
        payoutAccount: settings.payoutAccount,
        payoutAnswerDays: settings.payoutAnswerDays,
        wrongProofsPerHour: settings.limits.wrongProofsPerHour,
        webhookToPrivateHosts,
      },
    },
  };
}
