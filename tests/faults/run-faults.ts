import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openServersDirectory } from '#tests/bench/escrow/database.ts';
import { type Buyer, type Market, openMarket } from '#tests/bench/escrow/market.ts';
import { makeDataFolder, runServer, type ServerProcess } from '#tests/bench/run-server.ts';
import { type Device, expectOk } from '#tests/fixtures/device.ts';
import { BANK_SECRET } from '#tests/fixtures/server-settings.ts';
import { findFreePort } from '#tests/world/free-port.ts';
import { askUntilAnswered, findLogFaults, findLosses } from './check.ts';
import { type Choices, makeChoices } from './choices.ts';
import { type Journal, type Life, openLife } from './journal.ts';
import { KILLS, type Kill, killProcesses, listKills, livesOn } from './kill.ts';
import { liveThrough } from './live-through.ts';
import { openWebhookReceiver, type WebhookReceiver } from './webhook-receiver.ts';

export interface FaultSettings {
  kills: number;
  /** Kills no more once so many are over, and checks once more. */
  minutes?: number | undefined;
  seed: number;
  /** The server to kill. @default the wallet server */
  script?: string;
  /** Only these. @default all that this machine can do */
  ways?: readonly Kill[];
  progress?: (line: string) => void;
}

export interface FaultTally {
  kills: Record<Kill, number>;
  acknowledged: number;
  lives: number;
}

const CALLERS = 6;
const UNLIMITED = '1000000';
const COMPLAINTS_TOLD = 24;
/** Commands between two kills; more of them lose nothing else. */
const MOST_WORK = 30;

interface Victim {
  folder: string;
  port: number;
  script: string | undefined;
  market: Market;
  journal: Journal;
  receiver: WebhookReceiver;
  choices: Choices;
  /** While it is false, callers go on with new purchases. */
  resting: boolean;
}

/**
 * Kills the server, its database or both under load again and again. After each kill what died is started anew and
 * everything that was acknowledged must be there, nothing half done, the books even, the log the one that was served before; then every life that was
 * cut off goes on under its old idempotency key.
 * @throws Error that says what was lost.
 */
export async function runFaults(settings: FaultSettings): Promise<FaultTally> {
  const folder = makeDataFolder();
  const receiver = await openWebhookReceiver();
  try {
    const choices = makeChoices(settings.seed);
    const place = { folder: folder.path, port: await findFreePort(), script: settings.script };
    // One that ends in order leaves its compiled program behind, so that all later ones start in half the time.
    await (await startServer(place)).stop();
    const first = await startServer(place);
    const market = await openMarket(first.origin, CALLERS, receiver.url);
    const journal: Journal = { lives: [] };
    const victim = { ...place, market, journal, receiver, choices, resting: true };
    return await killAgainAndAgain(victim, first, settings);
  } finally {
    receiver.close();
    folder.remove();
  }
}

async function killAgainAndAgain(
  victim: Victim,
  first: ServerProcess,
  { kills, minutes, ways, progress }: FaultSettings,
): Promise<FaultTally> {
  const possible = ways ?? listKills();
  if (!ways && possible.length < KILLS.length) progress?.('no strace here: plain kills only');
  const endAtMs = performance.now() + (minutes ?? Number.POSITIVE_INFINITY) * 60_000;
  const tally = Object.fromEntries(KILLS.map(kill => [kill, 0])) as Record<Kill, number>;
  const state = { server: first, kill: possible[0] };
  try {
    for (let count = 1; count <= kills && performance.now() < endAtMs; count += 1) {
      const kill = chooseKill(possible, count, victim.choices);
      const startedAt = performance.now();
      state.kill = kill;
      state.server = await killAndStart(victim, state.server, kill);
      tally[kill] += 1;
      await askUntilAnswered(() => judge(victim, state.server, `kill ${count} (${kill})`));
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      progress?.(`${count} of ${kills}: ${kill}, ${victim.journal.lives.length} purchases, ${seconds} s`);
    }
    await finishAll(victim, state.server);
  } catch (fault) {
    progress?.(`it was killed so: ${state.kill}`);
    const complaints = state.server.complaints().filter(isWorthTelling).slice(-COMPLAINTS_TOLD);
    for (const line of complaints) progress?.(`the server logged: ${line}`);
    for (const line of readDatabaseLog(victim.folder)) progress?.(`the database logged: ${line}`);
    throw fault;
  } finally {
    await state.server.stop();
  }
  const { lives } = victim.journal;
  return { kills: tally, acknowledged: countAcknowledged(victim.journal), lives: lives.length };
}

/** Not what every task says once a second while the database is away. */
function isWorthTelling(line: string): boolean {
  return !line.includes('"code":"ENOENT"');
}

function readDatabaseLog(folder: string): string[] {
  const path = join(folder, 'postgres.log');
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-COMPLAINTS_TOLD);
}

/** Each way once, then by chance. */
function chooseKill(possible: readonly Kill[], count: number, choices: Choices): Kill {
  const kill = possible[count <= possible.length ? count - 1 : choices.pick(possible.length)];
  if (!kill) throw new Error('no way to kill was given');
  return kill;
}

async function killAndStart(victim: Victim, server: ServerProcess, kill: Kill): Promise<ServerProcess> {
  await killUnderLoad(victim, server, kill);
  if (!livesOn(kill)) return await startServer(victim);
  await server.waitUntilReady();
  return server;
}

async function startServer(victim: Pick<Victim, 'folder' | 'port' | 'script'>): Promise<ServerProcess> {
  const variables = {
    WAYVEIL_PORT: String(victim.port),
    WAYVEIL_OPEN_CALLS_PER_MINUTE: UNLIMITED,
    WAYVEIL_PARTY_CALLS_PER_MINUTE: UNLIMITED,
    WAYVEIL_PAGE_CALLS_PER_MINUTE: UNLIMITED,
    WAYVEIL_BANK_SECRET: BANK_SECRET,
    NODE_COMPILE_CACHE: join(victim.folder, '..', 'compiled'),
  };
  return await runServer(victim.folder, variables, victim.script);
}

async function killUnderLoad(victim: Victim, server: ServerProcess, kill: Kill): Promise<void> {
  for (const { device } of victim.market.buyers) await renewSession(device);
  victim.resting = false;
  const load = victim.market.buyers.map((buyer, caller) => keepLiving(victim, buyer, caller));
  try {
    await Promise.race([waitForWork(victim, 5 + victim.choices.pick(MOST_WORK)), Promise.all(load)]);
    await killProcesses(server, victim.folder, kill, victim.choices);
  } finally {
    victim.resting = true;
    await Promise.race([Promise.all(load), failAfter(ENDED_WITHIN_MS, 'a call is never answered')]);
  }
}

const ENDED_WITHIN_MS = 90_000;

async function failAfter(ms: number, what: string): Promise<never> {
  await pause(ms, undefined, { ref: false });
  throw new Error(what);
}

const WORK_WITHIN_MS = 60_000;

/** Until `count` more commands were acknowledged: a server that did nothing can lose nothing. */
async function waitForWork({ journal }: Victim, count: number): Promise<void> {
  const from = countAcknowledged(journal);
  const deadline = performance.now() + WORK_WITHIN_MS;
  while (countAcknowledged(journal) < from + count && performance.now() < deadline) await pause(1);
  if (countAcknowledged(journal) === from)
    throw new Error(`nothing was acknowledged for ${WORK_WITHIN_MS} ms`);
}

function countAcknowledged({ lives }: Journal): number {
  return lives.reduce((sum, life) => sum + life.acknowledgedCount, 0);
}

const RENEW_BEFORE_MS = 5 * 60_000;

/** Without the passkey: its counter moves on, and a signature that was sent before must stay good. */
async function renewSession(device: Device): Promise<void> {
  const { session } = device;
  if (!session || session.accessExpiresAtMs - RENEW_BEFORE_MS > Date.now()) return;
  device.session = null;
  const body = { refreshToken: session.refreshToken };
  device.session = expectOk(await device.client.call('refreshSession', { body }));
}

/** Goes on with what was cut off, then with new purchases, until the server gives no answer or callers are to rest. */
async function keepLiving(victim: Victim, buyer: Buyer, caller: number): Promise<void> {
  const { journal, market } = victim;
  while (!victim.resting) {
    const life = findCutOff(journal, caller) ?? openLife(journal, caller);
    if (!(await liveThrough(market, buyer, life))) return;
  }
}

function findCutOff(journal: Journal, caller: number): Life | undefined {
  return journal.lives.findLast(life => life.caller === caller && life.acknowledged !== 'closed');
}

async function judge(victim: Victim, server: ServerProcess, when: string): Promise<void> {
  const sql = await openServersDirectory(victim.folder, 2);
  try {
    const losses = [
      ...(await findLosses(sql, victim.journal, victim.market.seller.id)),
      ...(await findLogFaults(server.origin, join(victim.folder, '..', 'log'))),
      ...victim.receiver.listDoubled().map(said => `told under two ids: ${said}`),
    ];
    if (losses.length > 0) throw new Error(`after ${when}:\n  ${losses.slice(0, 10).join('\n  ')}`);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Every life reaches its end once nobody kills any more. */
async function finishAll(victim: Victim, server: ServerProcess): Promise<void> {
  for (const [caller, buyer] of victim.market.buyers.entries()) {
    await renewSession(buyer.device);
    const life = findCutOff(victim.journal, caller);
    if (life && !(await liveThrough(victim.market, buyer, life)))
      throw new Error('the server gave no answer');
  }
  await judge(victim, server, 'the last purchase');
}
