import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createReceiver, type DoorRoute } from './receive.ts';

const own = { id: 'abc', baseUrl: 'chrome-extension://abc/' };
const popup = { id: 'abc', url: 'chrome-extension://abc/popup.html' };
const frame = { id: 'abc', url: 'https://shop.example/', tab: { id: 1 }, frameId: 0 };
const commandId = '01890a5d-ac96-774b-bcce-b302099a8057';

function makeReceiver() {
  const faults: unknown[] = [];
  const route: DoorRoute = {
    inputs: { greet: z.strictObject({ name: z.string() }), fail: z.strictObject({}) },
    handlers: {
      greet: async (input: { name: string }, context: object) => ({ ok: [input.name, context] }),
      fail: async () => {
        throw new Error('a secret');
      },
    },
  };
  const routes = { content: route, popup: route, confirm: route, onboarding: route, why: route };
  return { receive: createReceiver(routes, own, (_type, fault) => faults.push(fault)), faults };
}

describe('the one door', () => {
  test('gives a decoded input and what the browser says of its sender', async () => {
    const { receive } = makeReceiver();
    const message = { door: 'popup', type: 'greet', commandId, input: { name: 'A' } };
    const sender = { side: 'page', door: 'popup' };
    expect(await receive(message, popup)).toEqual({ ok: ['A', { sender, commandId }] });
  });

  test('gives what a content script tells with its frame, and with nothing more', async () => {
    const { receive } = makeReceiver();
    const message = { door: 'content', type: 'greet', input: { name: 'A' } };
    const place = { tabId: 1, frameId: 0, origin: 'https://shop.example', documentId: null };
    expect(await receive(message, frame)).toEqual({ ok: ['A', { sender: { side: 'frame', ...place } }] });
  });

  test.each([
    ['the door of another page', popup, { door: 'confirm', type: 'greet', input: { name: 'A' } }],
    ['a page door from a content script', frame, { door: 'popup', type: 'greet', input: { name: 'A' } }],
  ])('%s is foreign', async (_title, sender, message) => {
    const { receive } = makeReceiver();
    expect(await receive({ commandId, ...message }, sender)).toEqual({ refused: 'sender_foreign' });
  });

  test('the content door from a page is foreign', async () => {
    const { receive } = makeReceiver();
    const message = { door: 'content', type: 'greet', input: { name: 'A' } };
    expect(await receive(message, popup)).toEqual({ refused: 'sender_foreign' });
  });

  test.each([
    ['no envelope', 'hello'],
    [
      'an envelope with a sender of its own',
      { door: 'popup', type: 'greet', commandId, input: {}, sender: {} },
    ],
    ['a page without a command', { door: 'popup', type: 'greet', input: { name: 'A' } }],
    ['an unknown name', { door: 'popup', type: 'sing', commandId, input: {} }],
    ['a name out of the prototype', { door: 'popup', type: 'constructor', commandId, input: {} }],
    ['an input with more', { door: 'popup', type: 'greet', commandId, input: { name: 'A', more: 1 } }],
  ])('%s is unknown', async (_title, message) => {
    const { receive } = makeReceiver();
    expect(await receive(message, popup)).toEqual({ refused: 'message_unknown' });
  });

  test('a fault says nothing about itself', async () => {
    const { receive, faults } = makeReceiver();
    expect(await receive({ door: 'popup', type: 'fail', commandId, input: {} }, popup)).toEqual({
      refused: 'fault',
    });
    expect(faults).toHaveLength(1);
  });
});
