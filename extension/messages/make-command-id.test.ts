import { expect, test } from 'vitest';
import { Envelope } from './envelope.ts';
import { makeCommandId } from './make-command-id.ts';

test('what a content script sends from a page without TLS is taken', () => {
  const commandId = makeCommandId();
  const message = { door: 'content', type: 'controls_found', commandId, input: {} };
  expect(Envelope.safeParse(message).success).toBe(true);
  expect(makeCommandId()).not.toBe(commandId);
});
