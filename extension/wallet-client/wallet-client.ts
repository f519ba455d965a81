import type { WalletDatabase } from '#extension/keyring/database.ts';
import type { CallInput, CallResult } from '#shared/api/call.ts';
import { CallFault, type Client } from '#shared/api/client.ts';
import type { RefusalCode } from '#shared/api/refusal.ts';
import { createJournal, type Journal } from './journal.ts';
import type { Session } from './session.ts';

export type PlainOperation = Parameters<Client['call']>[0];
export type CallAnswer<O extends PlainOperation> =
  | { ok: CallResult<O> }
  | { refused: RefusalCode | 'server_unreachable' | 'wallet_locked' };

/** Calls to the wallet server, with the session renewed where it must be. Never throws for want of a network. */
export interface WalletClient {
  /** Reads, and calls whose own nonce makes them safe to repeat. */
  ask<O extends PlainOperation>(operation: O, input: CallInput<O>): Promise<CallAnswer<O>>;
  /** Commands: through the journal. */
  command<O extends PlainOperation>(
    operation: O,
    input: CallInput<O>,
    options: { commandId: string; note?: unknown },
  ): Promise<CallAnswer<O>>;
  resume: Journal['resume'];
}

export interface WalletClientPorts {
  session: Session;
  database: WalletDatabase;
  clock: () => number;
  store: Parameters<typeof createJournal>[0]['store'];
}

/** The client over `ports`. */
export function createWalletClient(ports: WalletClientPorts): WalletClient {
  const { session, database, clock, store } = ports;
  const send = <O extends PlainOperation>(operation: O, input: CallInput<O>, idempotencyKey?: string) =>
    callRenewed(session, operation, input, idempotencyKey);
  const journal = createJournal({
    ...{ shelf: database, clock, store },
    // The journal keeps input as it was given to `command`, which checked it against the operation.
    send: command => send(command.operation as PlainOperation, command.input as never, command.commandId),
    wait: ms => new Promise(resolve => setTimeout(resolve, ms)),
  });
  return {
    async ask(operation, input) {
      try {
        return await send(operation, input);
      } catch (fault) {
        if (fault instanceof CallFault && fault.retriable) return { refused: 'server_unreachable' };
        throw fault;
      }
    },
    async command(operation, input, options) {
      const outcome = await journal.run(operation, input, options);
      return outcome as CallAnswer<typeof operation>;
    },
    resume: () => journal.resume(),
  };
}

/** Renews before the call, and once more where the server ended the access token earlier than it said. */
async function callRenewed<O extends PlainOperation>(
  session: Session,
  operation: O,
  input: CallInput<O>,
  idempotencyKey?: string,
): Promise<{ ok: CallResult<O> } | { refused: RefusalCode }> {
  await session.renew();
  const options = idempotencyKey === undefined ? {} : { idempotencyKey };
  const answer = await session.client.call(operation, input, options);
  if (!('refused' in answer) || answer.refused !== 'session_expired') return answer;
  if ((await session.renew({ force: true })) !== 'live') return answer;
  return session.client.call(operation, input, options);
}
