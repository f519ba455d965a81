import { callOwn } from '../detect/call-own.ts';

/** Changes of a page that may give a field, take it away or open it. */
const WATCHED: MutationObserverInit = {
  subtree: true,
  childList: true,
  attributes: true,
  attributeFilter: ['disabled', 'readonly', 'hidden', 'style', 'class', 'aria-busy', 'aria-expanded'],
};
/** Between two looks at a page that changes all the time. */
const LOOK_EVERY_MS = 25;

/**
 * Resolves when `isReady` holds, looking again after each change of the page, or when `deadlineMs` have passed or
 * `signal` is aborted. Says which.
 */
export function awaitPage(
  document: Document,
  isReady: () => boolean,
  deadlineMs: number,
  signal?: AbortSignal,
): Promise<boolean> {
  if (isReady()) return Promise.resolve(true);
  if (deadlineMs === 0 || signal?.aborted) return Promise.resolve(false);
  return new Promise(resolve => {
    const looking: { timer?: ReturnType<typeof setTimeout> } = {};
    const finish = (ready: boolean): void => {
      observer.disconnect();
      clearTimeout(deadline);
      clearTimeout(looking.timer);
      resolve(ready);
    };
    const look = (): void => {
      delete looking.timer;
      if (isReady()) finish(true);
    };
    const observer = new MutationObserver(() => {
      looking.timer ??= setTimeout(look, LOOK_EVERY_MS);
    });
    const deadline = setTimeout(() => finish(isReady()), deadlineMs);
    signal?.addEventListener('abort', () => finish(false), { once: true });
    observer.observe(document, WATCHED);
  });
}

/**
 * Resolves when `isReady` holds, when what `read` gives has been the same for `quietMs` while nothing is marked busy, or
 * when `deadlineMs` have passed; null is nothing yet.
 */
export function awaitSettled(
  document: Document,
  isReady: () => boolean,
  read: () => readonly unknown[] | null,
  { quietMs, deadlineMs }: Pick<Quiet, 'quietMs' | 'deadlineMs'>,
): Promise<void> {
  return new Promise(resolve => {
    const startedAtMs = performance.now();
    const busyBefore = countBusy(document);
    const seen: { atMs: number; list: readonly unknown[] | null } = { atMs: startedAtMs, list: null };
    const look = (): void => {
      const nowMs = performance.now();
      const list = read();
      const isSame = list?.length === seen.list?.length && list?.every((one, at) => one === seen.list?.[at]);
      if (!isSame || countBusy(document) > busyBefore) Object.assign(seen, { atMs: nowMs, list });
      const isOver = nowMs - seen.atMs >= quietMs || nowMs - startedAtMs >= deadlineMs;
      if (!isOver && !isReady()) return;
      clearInterval(looking);
      resolve();
    };
    const looking = setInterval(look, LOOK_EVERY_MS);
    look();
  });
}

export interface Quiet {
  /** How long nothing may happen before the page counts as quiet. */
  quietMs: number;
  /** After this long it counts as quiet whatever happens. */
  deadlineMs: number;
  /** What else counts as a change: asked again and again. */
  isUneasy?: () => boolean;
  /** Once aborted nobody waits any more. */
  signal?: AbortSignal | undefined;
}

/** Resolves when the page has been quiet for a while: no field came or went, nothing is marked busy. */
export function awaitQuiet(
  document: Document,
  { quietMs, deadlineMs, isUneasy, signal }: Quiet,
): Promise<void> {
  return new Promise(resolve => {
    const seen = { atMs: performance.now() };
    const note = (): void => {
      seen.atMs = performance.now();
    };
    const observer = new MutationObserver(note);
    const startedAtMs = seen.atMs;
    const busyBefore = countBusy(document);
    const looking = setInterval(() => {
      const nowMs = performance.now();
      if (nowMs - startedAtMs < deadlineMs && !signal?.aborted) {
        if (isUneasy?.() || countBusy(document) > busyBefore) return note();
        if (nowMs - seen.atMs < quietMs) return;
      }
      observer.disconnect();
      removeEventListener('reset', note, true);
      clearInterval(looking);
      resolve();
    }, LOOK_EVERY_MS);
    observer.observe(document, WATCHED);
    addEventListener('reset', note, true);
  });
}

function countBusy(document: Document): number {
  return callOwn(document, 'querySelectorAll', '[aria-busy="true"]').length;
}
