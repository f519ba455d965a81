/** Work of ours in this frame that a person waits for: the marker shows it while it lasts. */
export interface PageWork {
  readonly pending: Set<Promise<unknown>>;
  onChange: () => void;
}

const WORK = Symbol.for('wayveil.work');

/** The same for all scripts of ours in a frame, whichever is there first. */
export function findPageWork(): PageWork {
  const scope = globalThis as { [WORK]?: PageWork };
  scope[WORK] ??= { pending: new Set(), onChange: () => undefined };
  return scope[WORK];
}

/** Lets the marker say that something is prepared until `task` is over. */
export function showWork(task: Promise<unknown>): void {
  const work = findPageWork();
  const end = () => {
    work.pending.delete(task);
    work.onChange();
  };
  work.pending.add(task);
  work.onChange();
  task.then(end, end);
}
