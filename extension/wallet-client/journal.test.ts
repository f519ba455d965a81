import { describe, expect, test } from 'vitest';
import type { PendingCommand } from '#extension/keyring/database.ts';
import { CallFault } from '#shared/api/client.ts';
import { createJournal, type JournalPorts } from './journal.ts';

type Reply = Awaited<ReturnType<JournalPorts['send']>> | 'no answer' | 'dies';

/** A server that answers in turn, a shelf in memory, and a record of what was stored. */
function makeWorld(replies: Reply[]) {
  const shelf = new Map<string, PendingCommand>();
  const sent: string[] = [];
  const stored: unknown[] = [];
  const ports: JournalPorts = {
    shelf: {
      getCommand: async id => shelf.get(id) ?? null,
      listCommands: async () => [...shelf.values()],
      putCommand: async command => void shelf.set(command.commandId, command),
      removeCommand: async id => void shelf.delete(id),
    },
    clock: () => 1,
    async send({ commandId }) {
      expect(shelf.has(commandId), 'written down before it is sent').toBe(true);
      sent.push(commandId);
      const reply = replies.shift() ?? { refused: 'conflict' };
      if (reply === 'no answer') throw new CallFault('no answer', { retriable: true });
      if (reply === 'dies') throw new Error('dies');
      return reply;
    },
    async store(_command, answer) {
      if (answer === 'locked') return 'later';
      stored.push(answer);
      return 'stored';
    },
    wait: async () => undefined,
  };
  const journal = createJournal(ports);
  const run = (commandId = 'one') =>
    journal.run('confirmReceipt', { params: { purchaseId: 'p' }, body: {} }, { commandId });
  return { journal, run, shelf, sent, stored };
}

describe('the journal', () => {
  test('a command is removed when its answer is stored', async () => {
    const { run, shelf, stored } = makeWorld([{ ok: 'done' }]);
    expect(await run()).toEqual({ ok: 'done' });
    expect(stored).toEqual(['done']);
    expect(shelf.size).toBe(0);
  });

  test('a command without an answer stays and is sent again with the same key', async () => {
    const { run, journal, shelf, sent, stored } = makeWorld(['no answer', { ok: 'done' }]);
    expect(await run()).toEqual({ refused: 'server_unreachable' });
    expect(shelf.size).toBe(1);
    await journal.resume();
    expect(sent).toEqual(['one', 'one']);
    expect(stored).toEqual(['done']);
    expect(shelf.size).toBe(0);
  });

  test('an answer that cannot be stored yet is asked for again later', async () => {
    const { run, journal, stored, shelf } = makeWorld([{ ok: 'locked' }, { ok: 'card' }]);
    expect(await run()).toEqual({ refused: 'wallet_locked' });
    await journal.resume();
    expect(stored).toEqual(['card']);
    expect(shelf.size).toBe(0);
  });

  test('a refused command is over', async () => {
    const { run, shelf } = makeWorld([{ refused: 'purchase_over' }]);
    expect(await run()).toEqual({ refused: 'purchase_over' });
    expect(shelf.size).toBe(0);
  });

  test('a session that ended ends a new command and keeps one that was sent before', async () => {
    const { run, journal, shelf } = makeWorld([
      { refused: 'session_expired' },
      'no answer',
      { refused: 'session_expired' },
    ]);
    await run('new');
    expect([...shelf.keys()]).toEqual([]);
    await run('sent');
    await journal.resume();
    expect([...shelf.keys()]).toEqual(['sent']);
  });

  test('an answer that is being made is waited for', async () => {
    const { run, sent } = makeWorld([{ refused: 'idempotency_in_progress' }, { ok: 'done' }]);
    expect(await run()).toEqual({ ok: 'done' });
    expect(sent).toHaveLength(2);
  });

  test('a fault that no repetition mends leaves nothing behind', async () => {
    const { run, shelf } = makeWorld(['dies']);
    await expect(run()).rejects.toThrow('dies');
    expect(shelf.size).toBe(0);
  });

  test('the command as it was first written is what is sent again', async () => {
    const { run, journal, shelf } = makeWorld(['no answer', 'no answer']);
    await run();
    await journal.run('cancelPurchase', { params: { purchaseId: 'q' }, body: {} }, { commandId: 'one' });
    expect(shelf.get('one')?.operation).toBe('confirmReceipt');
  });
});
