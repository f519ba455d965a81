import { expect, test } from '@playwright/test';
import { findCanaries } from '#tests/fixtures/canaries.ts';
import { PLACES } from '#tests/fixtures/canary-places.ts';
import { type Walk, walkAllWays } from '#tests/fixtures/canary-walk.ts';
import { CANARIES, joinAsShopper, SHOPPER, type Shopper } from '#tests/fixtures/shopper.ts';
import { type Stack, startStack } from '#tests/fixtures/stack.ts';

let stack: Stack;
let shopper: Shopper;
let walk: Walk;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(300_000);
  stack = await startStack();
  shopper = await joinAsShopper(stack);
  walk = await walkAllWays(stack, shopper);
});

test.afterAll(async () => {
  await shopper?.close();
  await stack?.close();
});

test('the walk went all ways: both purchases closed, webhooks and mails of each kind', async () => {
  const { directory } = stack.server.services;
  const purchases = await directory`select state, document->>'funding' as funding from purchases order by id`;
  expect(purchases).toMatchObject([
    { state: 'closed', funding: 'advanced' },
    { state: 'closed', funding: 'held' },
  ]);
  expect(stack.shops.classic.webhooks().length).toBeGreaterThanOrEqual(6);
  expect(stack.acquirer.exchanges().length).toBeGreaterThan(0);
  expect(walk.pages).toHaveLength(6);
  expect(walk.cardNumber).toMatch(/^\d{16}$/);
  expect(walk.oneTimeNumber).toMatch(/^\d{16}$/);
  expect(walk.oneTimeNumber).not.toBe(walk.cardNumber);
});

for (const [name, { read, requirements }] of Object.entries(PLACES)) {
  test(`${requirements}: no canary and no card's own number is in ${name}`, async () => {
    const heard = await read(walk);
    expect(JSON.stringify(heard).length).toBeGreaterThan(40);
    expect(findCanaries(heard, [...CANARIES, walk.cardNumber])).toEqual([]);
  });
}

test('S38: the one-time number is with shop and acquirer, and nowhere that it could be read later', async () => {
  const isIn = async (place: string) => findCanaries(await PLACES[place]?.read(walk), [walk.oneTimeNumber]);
  expect(await isIn('requests to the shops')).toHaveLength(1);
  for (const place of [
    'the directory',
    'the log of the server',
    'webhooks',
    'mail to anyone but the shopper',
  ]) {
    expect(await isIn(place)).toEqual([]);
  }
});

test('S56, S63: the courier alone was told where each parcel goes, and nothing but that', () => {
  const learned = stack.carrier.learned();
  const released = learned.filter(({ resolution }) => resolution.released);
  const denied = learned.filter(({ resolution }) => !resolution.released);
  expect(released).toHaveLength(2);
  expect(denied).toHaveLength(12);
  expect(findCanaries(denied)).toEqual([]);
  for (const told of released) {
    expect(findCanaries(told)).toEqual(['Hawksbeard', '97401']);
    expect(JSON.stringify(told)).toContain(SHOPPER.line1);
  }
});

for (const [name, { read, plant }] of Object.entries(PLACES)) {
  test(`a planted canary is found in ${name}`, async () => {
    const [canary = ''] = CANARIES;
    await plant(walk, canary);
    expect(findCanaries(await read(walk))).toEqual([canary]);
  });
}
