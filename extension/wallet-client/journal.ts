import type { PendingCommand } from '#extension/keyring/database.ts';
import type { CallInput } from '#shared/api/call.ts';
import { CallFault, type Client } from '#shared/api/client.ts';
import type { RefusalCode } from '#shared/api/refusal.ts';

type PlainOperation = Parameters<Client['call']>[0];

/** Where commands wait for their answer; the database's own calls. */
export interface CommandShelf {
  getCommand(commandId: string): Promise<PendingCommand | null>;
  listCommands(): Promise<PendingCommand[]>;
  putCommand(command: PendingCommand): Promise<void>;
  removeCommand(commandId: string): Promise<void>;
}

export type CommandOutcome =
  | { ok: unknown }
  | { refused: RefusalCode | 'server_unreachable' | 'wallet_locked' };

export interface JournalPorts {
  shelf: CommandShelf;
  clock: () => number;
  /** Sends once, with `commandId` as the `Idempotency-Key`; throws a `CallFault` where no answer came. */
  send(command: PendingCommand): Promise<{ ok: unknown } | { refused: RefusalCode }>;
  /** Stores what only this answer says. `later`: it cannot be stored now, so the command stays and is sent again. */
  store(command: PendingCommand, answer: unknown): Promise<'stored' | 'later'>;
  /** Waits before an answer that is being made is asked for again. */
  wait(ms: number): Promise<void>;
}

/**
 * Commands to the server that outlive this process: written down before they are sent, removed when their answer
 * is stored. The same command sent again carries the same key, so that the server answers and does not act again.
 */
export interface Journal {
  run<O extends PlainOperation>(
    operation: O,
    input: CallInput<O>,
    options: { commandId: string; note?: unknown },
  ): Promise<CommandOutcome>;
  /** Sends again what was begun and not finished. */
  resume(): Promise<void>;
}

/**
 * Refusals that pass. A command that was sent before stays, since the server may have done it then; one that was
 * not has certainly not been done, and whoever gave it is told so.
 */
const PASSING = new Set<string>([
  'session_missing',
  'session_expired',
  'proof_invalid',
  'rate_limited',
  'not_ready',
  'vault_unreachable',
]);
const TRIES_IN_PROGRESS = 20;
const PAUSE_MS = 250;

/** The journal over `ports`. */
export function createJournal(ports: JournalPorts): Journal {
  return {
    async run(operation, input, { commandId, note = null }) {
      const kept = await ports.shelf.getCommand(commandId);
      const command = kept ?? { commandId, operation, input, note, begunAtMs: ports.clock() };
      if (!kept) await ports.shelf.putCommand(command);
      return settle(ports, command, kept !== null);
    },
    async resume() {
      for (const command of await ports.shelf.listCommands()) await settle(ports, command, true);
    },
  };
}

async function settle(
  ports: JournalPorts,
  command: PendingCommand,
  sentBefore: boolean,
): Promise<CommandOutcome> {
  const answer = await sendUntilAnswered(ports, command);
  if ('refused' in answer) {
    const unknown = answer.refused === 'server_unreachable' || answer.refused === 'idempotency_in_progress';
    const stays = unknown || (sentBefore && PASSING.has(answer.refused));
    if (!stays) await ports.shelf.removeCommand(command.commandId);
    return answer;
  }
  const stored = await ports.store(command, answer.ok);
  if (stored === 'later') return { refused: 'wallet_locked' };
  await ports.shelf.removeCommand(command.commandId);
  return answer;
}

async function sendUntilAnswered(
  ports: JournalPorts,
  command: PendingCommand,
): Promise<{ ok: unknown } | { refused: RefusalCode | 'server_unreachable' }> {
  for (let tried = 1; ; tried++) {
    try {
      const answer = await ports.send(command);
      const inProgress = 'refused' in answer && answer.refused === 'idempotency_in_progress';
      if (!inProgress || tried === TRIES_IN_PROGRESS) return answer;
    } catch (fault) {
      if (!(fault instanceof CallFault && fault.retriable)) {
        await ports.shelf.removeCommand(command.commandId);
        throw fault;
      }
      return { refused: 'server_unreachable' };
    }
    await ports.wait(PAUSE_MS);
  }
}
