type Keys = ReadonlySet<string> | 'all';

/** Runs `act` in its turn; the signal is aborted once a later one takes its fields over. */
export type TakeTurn = <Done>(keys: Keys, act: (signal: AbortSignal) => Promise<Done>) => Promise<Done>;

interface Turn {
  keys: Keys;
  overtaken: AbortController;
}

/**
 * One fill at a time: two at once in a page would each put back what the other wrote. A later one ends those before it
 * that write into the same fields, given by their keys, and lets the others finish.
 */
export function createFillTurns(): TakeTurn {
  const open = new Set<Turn>();
  const line: { last: Promise<unknown> } = { last: Promise.resolve() };
  return (keys, act) => {
    for (const turn of open) if (overlap(turn.keys, keys)) turn.overtaken.abort();
    const turn = { keys, overtaken: new AbortController() };
    open.add(turn);
    const done = line.last.then(() => act(turn.overtaken.signal)).finally(() => open.delete(turn));
    line.last = done.catch(() => undefined);
    return done;
  };
}

function overlap(one: Keys, other: Keys): boolean {
  return one === 'all' || other === 'all' || !one.isDisjointFrom(other);
}
