import type { Reading } from './judge.ts';
import type { WatchedStore } from './watched-store.ts';

/**
 * Asks all stores at once and takes what has come as soon as it is `enough`, else waits for each, which takes no longer
 * than a store's time.
 */
export async function gather(
  stores: readonly WatchedStore[],
  personId: string,
  enough: (readings: readonly Reading[]) => boolean = () => false,
): Promise<Reading[]> {
  return await takeEnough(
    stores.map(store => store.read(personId)),
    enough,
  );
}

/** The answers that came until they were enough, or all of them. */
export async function takeEnough<T>(
  asked: readonly Promise<T>[],
  enough: (answers: readonly T[]) => boolean,
): Promise<T[]> {
  const answers: T[] = [];
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const take = (answer: T) => {
    answers.push(answer);
    if (answers.length === asked.length || enough(answers)) resolve();
  };
  for (const one of asked) one.then(take, reject);
  await promise;
  return [...answers];
}
