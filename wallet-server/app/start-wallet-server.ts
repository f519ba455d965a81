import { journalRegularly } from '../erasures/journal-timer.ts';
import { tryToJournal } from '../erasures/keep-journal.ts';
import { bringCheckpoints } from '../log/bring-checkpoints.ts';
import { type Sequencer, startSequencer } from '../log/sequencer.ts';
import { startWitnessTimer } from '../log/witness-timer.ts';
import { openPostOffice } from '../mail/open-post-office.ts';
import { rotateNumbers } from '../numbers/rotate-numbers.ts';
import { startPurchaseTimer } from '../purchases/purchase-timer.ts';
import { runDuePurchases } from '../purchases/run-due-purchases.ts';
import type { StartSettings } from '../settings/start-settings.ts';
import { runDueJobs } from '../storage/jobs/run-due-jobs.ts';
import { runJobs, type Worker } from '../storage/jobs/run-jobs.ts';
import type { JobSettings } from '../storage/jobs/work-job.ts';
import { openStorage, type Storage } from '../storage/open-storage.ts';
import { startVaultTimer } from '../vault/vault-timer.ts';
import { buildApp } from './build-app.ts';
import { composeHandlers } from './handlers.ts';
import { composeJobs } from './jobs.ts';
import { listen, stopListening } from './listen.ts';
import { makeMailLinks } from './mail-links.ts';
import { makeLogger } from './make-logger.ts';
import { makeRandom } from './make-random.ts';
import { makeServices } from './make-services.ts';
import { registerPages } from './pages.ts';
import type { Clock, Logger, Random, Services } from './services.ts';
import { sweepRegularly } from './sweep.ts';
import { watchLoad } from './watch-load.ts';

/** Letters at once: the more ask together, the less each costs. A relay takes them one by one, within their lease. */
const TOGETHER_AT_HOME = 1024;
const TOGETHER_BY_RELAY = 256;

/** Effects that a caller may bring along; anything left out is real. */
export interface StartPorts {
  clock?: Clock;
  /** The real time, which devices know too: DPoP proofs are judged by it. */
  proofClock?: Clock;
  random?: Random;
  log?: Logger;
  /** Databases that are open already and stay open after `close`. */
  storage?: Omit<Storage, 'close'>;
}

export interface WalletServer {
  origin: string;
  port: number;
  /** Where mail comes in; null where none is taken. */
  smtpPort: number | null;
  services: Services;
  /** Does all work that is due by the clock, now; for made clocks. Returns how much it was. */
  runDueJobs(): Promise<number>;
  /** Takes nothing new, ends what is under way, then stops the databases that it started. */
  close(): Promise<void>;
}

/** Starts the wallet server: databases, mail, work, HTTP. Throws where any of them cannot be had. */
export async function startWalletServer(
  settings: StartSettings,
  ports: StartPorts = {},
): Promise<WalletServer> {
  const log = ports.log ?? makeLogger(settings.logLevel);
  const storage = await takeStorage(settings, ports, log);
  const closing: (() => Promise<void>)[] = [storage.close];
  const close = async () => {
    for (const end of closing.splice(0).reverse()) await end();
  };
  try {
    return { ...(await open(settings, ports, { log, storage, closing })), close };
  } catch (fault) {
    await close();
    throw fault;
  }
}

async function takeStorage(settings: StartSettings, ports: StartPorts, log: Logger): Promise<Storage> {
  if (ports.storage) return { ...ports.storage, close: async () => undefined };
  return await openStorage(settings.storage, { logger: log });
}

interface Opening {
  log: Logger;
  storage: Storage;
  /** What was opened, to be closed in the opposite order. */
  closing: (() => Promise<void>)[];
}

async function open(settings: StartSettings, ports: StartPorts, { log, storage, closing }: Opening) {
  const { httpServer, port, serve } = await listen(settings.host, settings.port);
  const stopping = new AbortController();
  closing.push(() => stopListening(httpServer));
  const clock = ports.clock ?? Date.now;
  const random = ports.random ?? makeRandom();
  const work: { worker?: Worker } = {};
  const nudgeJobs = () => work.worker?.nudge();
  const services = await makeServices(settings, { ...storage, clock, random, log, port, nudgeJobs });
  closing.push(() => services.vault.close());
  const office = await openPostOffice(services, settings.mail, makeMailLinks(services));
  closing.push(office.close);
  const jobs = {
    sql: storage.directory,
    clock,
    logger: log,
    handlers: composeJobs(services, office.jobHandlers),
  };
  const load = watchLoad();
  const together = settings.mail.relayUrl === null ? TOGETHER_AT_HOME : TOGETHER_BY_RELAY;
  const worker = runJobs({ ...jobs, isBusy: load.isBusy, together });
  work.worker = worker;
  closing.push(() => worker.stop());
  const app = await buildApp({
    ...{ services, httpServer, load, stopping: stopping.signal },
    registerPages: app => registerPages(app, services, { outbox: settings.mail.relayUrl === null }),
    ...{ keys: settings.keys, limits: settings.limits, trustedProxies: settings.trustedProxies },
    proofClock: ports.proofClock ?? Date.now,
    handlers: composeHandlers(() => office.smtpPort !== null),
  });
  await app.ready();
  serve((request, response) => app.routing(request, response));
  closing.push(async () => app.close());
  const sequencer = await startTimers(services, { closing, stopping });
  tellStart(settings, services);
  const { origin } = services.settings;
  const runDueJobs = () => runDue(services, jobs, sequencer);
  return { origin, port, smtpPort: office.smtpPort, services, runDueJobs };
}

/** All that works by the clock, beside the jobs. */
async function startTimers(
  services: Services,
  { closing, stopping }: { closing: Opening['closing']; stopping: AbortController },
): Promise<Sequencer> {
  const timer = startPurchaseTimer(services);
  closing.push(timer.stop);
  const sequencer = await startSequencer(services);
  closing.push(sequencer.stop);
  const witnessTimer = startWitnessTimer(services);
  closing.push(witnessTimer.stop);
  const vaultTimer = startVaultTimer(services);
  closing.push(vaultTimer.stop);
  const stopSweeping = sweepRegularly(services);
  const stopJournaling = journalRegularly(services);
  closing.push(async () => {
    stopSweeping();
    stopJournaling();
    stopping.abort();
  });
  return sequencer;
}

async function runDue(services: Services, jobs: JobSettings, sequencer: Sequencer): Promise<number> {
  const moved = await services.vault.catchUp();
  const worked = (await runDuePurchases(services)) + (await runDueJobs(jobs));
  await tryToJournal(services);
  const placed = (await rotateNumbers(services)) + (await sequencer.sequence());
  return moved + worked + placed + (await bringCheckpoints(services));
}

function tellStart(settings: StartSettings, services: Services): void {
  services.log.info('wallet_server_started', { origin: services.settings.origin });
  if (settings.hubsAreSamples)
    services.log.warn('hubs_are_samples', { advice: 'no parcel arrives there: set WAYVEIL_HUBS_FILE' });
}
