import { setTimeout as pause } from 'node:timers/promises';
import { sqlStateOf, type Transaction } from './sql.ts';

/** Whether a transaction has ended for its caller: by commit, by rollback, or because its connection was lost. */
interface TransactionLife {
  over: boolean;
}

const NOTICED_WITHIN_MS = 500;
const LOOK_EVERY_MS = 5;

/**
 * Runs `run` in `tx`, whose connection may be lost meanwhile. The driver then rejects at once, but goes on: it would send
 * a late statement, its rollback or its commit over a connection that is closed, which ends the process, or that serves
 * somebody else's transaction by then. So once it is over nothing is sent any more, and the driver is left waiting.
 */
export async function guardTransaction<Result>(
  tx: Transaction,
  life: TransactionLife,
  run: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  try {
    const result = await run(refuseOnceOver(tx, life));
    if (life.over) return await forEver();
    return result;
  } catch (fault) {
    if (await isLost(fault, life)) return await forEver();
    throw fault;
  }
}

function forEver(): Promise<never> {
  return new Promise(() => undefined);
}

/** A statement fails a moment before its connection is known to be lost. */
async function isLost(fault: unknown, life: TransactionLife): Promise<boolean> {
  const state = sqlStateOf(fault);
  const mayBeLost = state === undefined ? isOfConnection(fault) : /^(?:57P|08)/.test(state);
  const deadline = performance.now() + NOTICED_WITHIN_MS;
  while (mayBeLost && !life.over && performance.now() < deadline) await pause(LOOK_EVERY_MS);
  return life.over;
}

function isOfConnection(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && /^(?:E[A-Z]+|CONN\w+)$/.test(String(fault.code));
}

function refuseOnceOver(tx: Transaction, life: TransactionLife): Transaction {
  const refuse = () => {
    if (life.over) throw new Error('the transaction is over');
  };
  const savepoint = (...args: unknown[]) => {
    refuse();
    const run = args.at(-1) as (nested: Transaction) => Promise<unknown>;
    return tx.savepoint(nested => guardTransaction(nested, life, run));
  };
  return new Proxy(tx, {
    apply: (_target, _this, args) => {
      refuse();
      return Reflect.apply(tx, undefined, args);
    },
    get: (_target, name) => (name === 'savepoint' ? savepoint : Reflect.get(tx, name)),
  });
}
