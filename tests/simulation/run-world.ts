import { isFinal } from '#shared/purchase/state.ts';
import { type Choices, makeChoices } from '#tests/faults/choices.ts';
import { MESSAGES, type Message, type PurchaseMessage } from './messages.ts';
import { MONEY_MESSAGES } from './money-messages.ts';
import { countPayable } from './payouts.ts';
import { countAvailable } from './purse.ts';
import { doReference } from './reference.ts';
import { openWorld, type SimulatedWorld, type Twin, type WorldSettings } from './world.ts';

export interface WorldTally {
  steps: number;
  done: number;
  refused: number;
  lost: number;
  doubled: number;
  late: number;
  states: Set<string>;
  /** Names of messages that had an effect. */
  taken: Set<string>;
  /** States in which payouts were seen. */
  payouts: Set<string>;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
const WAITS = [1000, 1000, MINUTE, MINUTE, 16 * MINUTE, DAY, 3 * DAY, 8 * DAY, 20 * DAY];
const NAMES = Object.keys(MESSAGES);
const MONEY_NAMES = Object.keys(MONEY_MESSAGES);
/** Some buyers never want for money, some can pay for two purchases, some for none: their bills stay open. */
const PAID_IN = [1_000_000_000n, 9600n, 0n];

interface NamedMessage extends PurchaseMessage {
  name: string;
}

export interface WorldPlant extends Partial<Pick<WorldSettings, 'change'>> {
  /** A fault of the server, made behind its back after each step. */
  spoil?: (world: SimulatedWorld) => Promise<unknown>;
}

/** What usually comes next: without it most purchases of chance would die young. */
function nameUsual({ reference }: Twin): string {
  const { state, funding, charge, delivered } = reference;
  if (state === 'order_received') return 'confirm';
  if (state === 'shipped') return delivered ? 'receive' : 'deliver';
  if (state !== 'identity_confirmed') return 'receive';
  if (funding === 'held') return 'ship by seller';
  return { none: 'authorize', authorized: 'clear', cleared: 'ship by buyer' }[charge];
}

/**
 * Inside a test: lets a whole server live through `steps` messages of chance, of which some are lost, doubled or late,
 * with jumps of the clock between them. After each step server and reference agree; in the end time alone ends all.
 * @throws Error that names seed and step.
 */
export async function runWorld(
  seed: number,
  steps: number,
  { change = {}, spoil }: WorldPlant = {},
): Promise<WorldTally> {
  const choices = makeChoices(seed);
  const fundings = ['held', 'advanced', 'held', 'advanced'] as const;
  const paidInMinor = PAID_IN[seed % PAID_IN.length] ?? 0n;
  const world = await openWorld({ fundings, paidInMinor, change });
  const tally: WorldTally = {
    ...{ steps: 0, done: 0, refused: 0, lost: 0, doubled: 0, late: 0 },
    ...{ states: new Set(), taken: new Set(), payouts: new Set() },
  };
  const late: Message[] = [];
  for (; tally.steps < steps; tally.steps += 1) {
    const said = await takeStep(world, choices, late, tally);
    await spoil?.(world);
    await world.compare(`${said} (seed ${seed}, step ${tally.steps})`);
    for (const { reference } of world.twins) tally.states.add(reference.state);
    for (const { state } of world.payouts) tally.payouts.add(state);
  }
  await endByTime(world, seed);
  return tally;
}

async function takeStep(
  world: SimulatedWorld,
  choices: Choices,
  late: Message[],
  tally: WorldTally,
): Promise<string> {
  await world.replaceOver();
  const chance = choices.pick(100);
  if (chance < 12) {
    const ms = WAITS[choices.pick(WAITS.length)] ?? DAY;
    await world.pass(ms);
    return `a wait of ${ms} ms`;
  }
  const delayed = chance < 25 ? late.splice(choices.pick(late.length + 1), 1)[0] : undefined;
  const message = delayed ?? makeOne(world, choices);
  if (!message) return 'nothing';
  if (!delayed && chance < 30) {
    tally.lost += 1;
    return `${message.name}, lost`;
  }
  if (!delayed && chance < 38 && message.name !== 'confirm') {
    tally.late += 1;
    late.push(message);
    return `${message.name}, late`;
  }
  await deliver(message, tally, chance > 85);
  return delayed ? `${message.name}, arrived late` : message.name;
}

function makeOne(world: SimulatedWorld, choices: Choices): Message | null {
  const twin = world.twins[choices.pick(world.twins.length)];
  if (!twin) return null;
  const { amountMinor, funding } = twin.reference;
  // Who pays on receipt needs no money before: paid in for everybody, no bill would ever stay open.
  const short = funding === 'held' && countAvailable(world.purse) < amountMinor && choices.pick(4) === 0;
  if (short || choices.pick(5) === 0) {
    const name = short ? 'pay in' : nameOfMoney(world, choices);
    const made = MONEY_MESSAGES[name]?.(world, choices.pick);
    return made ? { ...made, name } : null;
  }
  const parts = [0n, 1n, amountMinor / 2n, amountMinor, amountMinor, amountMinor, amountMinor + 1n];
  const makeNamed = (name: string): NamedMessage | null => {
    const made = MESSAGES[name]?.(world.escrow, twin, parts[choices.pick(parts.length)] ?? 0n);
    return made ? { ...made, name } : null;
  };
  const usual = choices.pick(2) === 0;
  const made = usual ? makeNamed(nameUsual(twin)) : makeUnusual(world, twin, makeNamed, choices);
  if (!made) return null;
  const { name, command, isKnown, send } = made;
  const expect = () => (isKnown?.(twin.reference) ? 'done' : world.expect(twin, command));
  return { name, expect, send };
}

/** Most of what could be said is refused, so of a few the first that is not is said: the rare ones come up too. */
function makeUnusual(
  world: SimulatedWorld,
  { reference }: Twin,
  makeNamed: (name: string) => NamedMessage | null,
  choices: Choices,
): NamedMessage | null {
  const made = Array.from({ length: 3 }, () => makeNamed(NAMES[choices.pick(NAMES.length)] ?? 'confirm'));
  const isTaken = (one: NamedMessage) =>
    doReference(structuredClone(reference), one.command, world.nowMs()) === 'done';
  const sayable = made.filter(one => one !== null);
  return sayable.find(isTaken) ?? sayable[0] ?? null;
}

/** What is payable is usually paid out. */
function nameOfMoney({ purse, payouts }: SimulatedWorld, choices: Choices): string {
  if (countPayable(purse, payouts) > 0n && choices.pick(2) === 0) return 'prepare payouts';
  return MONEY_NAMES[choices.pick(MONEY_NAMES.length)] ?? 'pay in';
}

/** The first time it has its effect; the same message again is answered the same and changes nothing. */
async function deliver(message: Message, tally: WorldTally, twice: boolean): Promise<void> {
  const expected = message.expect();
  const answered = await message.send();
  if (answered !== expected) throw new Error(`${message.name} is ${answered}, not ${expected}`);
  tally[answered] += 1;
  if (answered === 'done') tally.taken.add(message.name);
  if (!twice) return;
  tally.doubled += 1;
  const again = await message.send();
  if (again !== answered) throw new Error(`${message.name} was ${answered}, and then ${again}`);
}

async function endByTime(world: SimulatedWorld, seed: number): Promise<void> {
  for (let days = 0; world.twins.some(({ reference }) => !isFinal(reference.state)); days += 30) {
    if (days > 400) throw new Error(`a purchase stays open for ever (seed ${seed})`);
    await world.pass(30 * DAY);
    await world.compare(`${days + 30} days of silence (seed ${seed})`);
  }
}
