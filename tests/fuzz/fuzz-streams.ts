import { STREAMS_AT_MOST } from '#server/app/open-streams.ts';
import { makeChoices } from '#tests/faults/choices.ts';
import { expectOk, signInFrom } from '#tests/fixtures/device.ts';
import { placeHeld } from '#tests/fixtures/escrow.ts';
import type { FuzzWorld } from './fuzz-world.ts';
import { type OpenedStream, openStreamDoor } from './open-stream.ts';
import { makeVisitors, type Visitor } from './stream-visitors.ts';

interface StreamTally {
  opened: number;
  refused: number;
  full: number;
  knocked: number;
  /** Changes that every open stream of their parties told. */
  told: number;
}

interface Held {
  visitor: Visitor;
  stream: OpenedStream;
}

type Door = Awaited<ReturnType<typeof openStreamDoor>>;

/** What is tried so often as something else: mostly streams are opened. */
const ACTS = ['open', 'open', 'open', 'open', 'open', 'knock', 'leave', 'change'] as const;

/**
 * Streams are opened by whoever may and whoever may not, held, left at any time and told changes. Who may is let in up
 * to the limit of the party and no further, who may not is refused, nobody hears of others, and nothing hangs.
 * @throws Error that names the visitor, and the seed.
 */
export async function fuzzStreams(
  world: FuzzWorld,
  { visits, seed }: { visits: number; seed: number },
): Promise<StreamTally> {
  const { pick } = makeChoices(seed);
  const visitors = await makeVisitors(world);
  const door = await openStreamDoor(world.escrow.app);
  const tally: StreamTally = { opened: 0, refused: 0, full: 0, knocked: 0, told: 0 };
  const held: Held[] = [];
  const choose = () => visitors[pick(visitors.length)] ?? (visitors[0] as Visitor);
  // Half of all who come may, and come back, so that parties are full again and again.
  const comer = () => (pick(2) === 0 ? choose() : (visitors[pick(4)] as Visitor));
  for (let visit = 0; visit < visits; visit += 1) {
    const first = visitors[visit];
    const visitor = first ?? comer();
    const act = first ? 'open' : (ACTS[pick(ACTS.length)] ?? 'open');
    await doTurn(door, world, { act, visitor, held, tally, place: pick(held.length + 1) }).catch(cause => {
      throw new Error(`${act}, ${visitor.name}, visit ${visit}, seed ${seed}: ${String(cause)}`, { cause });
    });
  }
  for (const { stream } of held.splice(0)) await stream.leave();
  await fillAll(door, visitors);
  await outliveSession(door, world, visitors);
  return tally;
}

interface Turn {
  act: (typeof ACTS)[number];
  visitor: Visitor;
  held: Held[];
  tally: StreamTally;
  /** Which of the held streams is left, should one be. */
  place: number;
}

async function doTurn(door: Door, world: FuzzWorld, turn: Turn): Promise<void> {
  const { act, visitor, held, tally, place } = turn;
  if (act === 'open') await openOne(door, world, turn);
  if (act === 'knock') await knock(door, visitor, tally);
  if (act === 'leave') await held.splice(place, 1)[0]?.stream.leave();
  if (act === 'change') await change(world, held, `ST-${tally.told}`, tally);
}

async function knock(door: Door, visitor: Visitor, tally: StreamTally): Promise<void> {
  await door.knock(visitor.operation, await visitor.show());
  tally.knocked += 1;
}

async function openOne(
  door: Door,
  { secrets }: FuzzWorld,
  { visitor, held, tally }: Pick<Turn, 'visitor' | 'held' | 'tally'>,
): Promise<void> {
  const stream = await door.open(visitor.operation, await visitor.show());
  const problem = stream.judge(secrets);
  if (problem) throw new Error(problem);
  const holding = held.filter(each => each.visitor.party === visitor.party).length;
  const expected = visitor.party === null ? 'refused' : holding < STREAMS_AT_MOST ? 'opened' : 'full';
  const found = stream.status === 200 ? 'opened' : stream.status === 429 ? 'full' : 'refused';
  if (found !== expected) throw new Error(`${found}, not ${expected}, with ${holding} streams held`);
  tally[found] += 1;
  if (found === 'opened') held.push({ visitor, stream });
  else await stream.leave();
}

/** A new order is told to every stream of its buyer and its shop, and to nobody else's. */
async function change(world: FuzzWorld, held: Held[], orderNumber: string, tally: StreamTally) {
  await placeHeld(world.escrow, orderNumber, '1');
  for (const { visitor, stream } of held) {
    if (visitor.party !== 'stranger') await stream.see(`"${orderNumber}"`);
    const problem = stream.judge(visitor.party === 'stranger' ? ['ST-'] : world.secrets);
    if (problem) throw new Error(problem);
  }
  tally.told += 1;
}

/** Whatever was before: each party opens as many as it may, and not one more. */
async function fillAll(door: Door, visitors: readonly Visitor[]): Promise<void> {
  for (const visitor of visitors.filter(({ party }, place) => party !== null && place !== 2)) {
    const open = async () => door.open(visitor.operation, await visitor.show());
    const streams = await Promise.all(Array.from({ length: STREAMS_AT_MOST + 4 }, open));
    const count = streams.filter(({ status }) => status === 200).length;
    if (count !== STREAMS_AT_MOST) throw new Error(`${visitor.name} opens ${count} streams at once`);
    for (const stream of streams) await stream.leave();
  }
}

/** A stream ends with the session that opened it. */
async function outliveSession(door: Door, { escrow, device }: FuzzWorld, [buyer]: readonly Visitor[]) {
  await signInFrom(device());
  expectOk(await device().client.call('getMember', {}));
  const endsAtMs = device().session?.accessExpiresAtMs ?? 0;
  escrow.app.clock.nowMs = endsAtMs - 300;
  if (!buyer) throw new Error('nobody visits');
  const stream = await door.open(buyer.operation, await buyer.show());
  if (stream.status !== 200) throw new Error('the last moment of a session opens no stream');
  await stream.ended();
}
