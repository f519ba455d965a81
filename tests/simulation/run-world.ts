import { isFinal } from '#shared/purchase/state.ts';
import { type Choices, makeChoices } from '#tests/faults/choices.ts';
import { MESSAGES, type Message } from './messages.ts';
import { doReference, type ReferencePurchase } from './reference.ts';
import { openWorld, type SimulatedWorld } from './world.ts';

export interface WorldTally {
  steps: number;
  done: number;
  refused: number;
  lost: number;
  doubled: number;
  late: number;
  states: Set<string>;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
const WAITS = [1000, 1000, MINUTE, MINUTE, 16 * MINUTE, DAY, 3 * DAY, 8 * DAY, 20 * DAY];
const NAMES = Object.keys(MESSAGES);
/** What usually comes next: without it most purchases of chance would die young. */
function nameUsual({ state, funding, charge, delivered }: ReferencePurchase): string {
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
export async function runWorld(seed: number, steps: number): Promise<WorldTally> {
  const choices = makeChoices(seed);
  const world = await openWorld(['held', 'advanced', 'held', 'advanced']);
  const tally: WorldTally = {
    ...{ steps: 0, done: 0, refused: 0, lost: 0, doubled: 0, late: 0 },
    states: new Set(),
  };
  const late: Message[] = [];
  for (; tally.steps < steps; tally.steps += 1) {
    const said = await takeStep(world, choices, late, tally);
    await world.compare(`${said} (seed ${seed}, step ${tally.steps})`);
    for (const { reference } of world.twins) tally.states.add(reference.state);
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
  await deliver(world, message, tally, chance > 85);
  return delayed ? `${message.name}, arrived late` : message.name;
}

function makeOne({ escrow, twins }: SimulatedWorld, choices: Choices): Message | null {
  const twin = twins[choices.pick(twins.length)];
  if (!twin) return null;
  const usual = choices.pick(2) === 0;
  const name = usual ? nameUsual(twin.reference) : (NAMES[choices.pick(NAMES.length)] ?? 'confirm');
  const { amountMinor } = twin.reference;
  const parts = [0n, 1n, amountMinor / 2n, amountMinor, amountMinor, amountMinor, amountMinor + 1n];
  const part = parts[choices.pick(parts.length)] ?? 0n;
  const made = MESSAGES[name]?.(escrow, twin, part);
  return made ? { ...made, name, twin } : null;
}

/** The first time it has its effect; the same message again is answered the same and changes nothing. */
async function deliver(
  world: SimulatedWorld,
  message: Message,
  tally: WorldTally,
  twice: boolean,
): Promise<void> {
  const expected = doReference(message.twin.reference, message.command, world.nowMs());
  const answered = await message.send();
  if (answered !== expected) throw new Error(`${message.name} is ${answered}, not ${expected}`);
  world.settleBills();
  tally[answered] += 1;
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
