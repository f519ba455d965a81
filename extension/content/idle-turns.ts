/** A slice that a person does not feel between two key presses. */
const SLICE_MS = 4;
/** Work waits this long for an idle browser; a busy page is looked at late, not never. */
const PATIENCE_MS = 300;
/** After work of `t` ms comes a pause of at least this many times `t`: no page makes us take more than a tenth. */
const PAUSE_FACTOR = 10;
const SHORTEST_PAUSE_MS = 50;

/** Does some work as long as `hasTime`; says whether it is done. */
export type Work = (hasTime: () => boolean) => boolean;

/** Runs `work` in idle slices, once more after each request that came since it began. */
export class IdleTurns {
  readonly #view: Window;
  readonly #work: Work;
  #state: 'resting' | 'working' | 'pausing' = 'resting';
  #requested = false;
  #spentMs = 0;

  constructor(view: Window, work: Work) {
    this.#view = view;
    this.#work = work;
  }

  request(): void {
    this.#requested = true;
    if (this.#state === 'resting') this.#begin();
  }

  #begin(): void {
    this.#state = 'working';
    this.#requested = false;
    this.#spentMs = 0;
    this.#awaitIdle();
  }

  #awaitIdle(): void {
    this.#view.requestIdleCallback(() => this.#runSlice(), { timeout: PATIENCE_MS });
  }

  #runSlice(): void {
    const startMs = performance.now();
    const done = this.#work(() => performance.now() - startMs < SLICE_MS);
    this.#spentMs += performance.now() - startMs;
    if (done) this.#pause(Math.max(SHORTEST_PAUSE_MS, PAUSE_FACTOR * this.#spentMs));
    else this.#awaitIdle();
  }

  #pause(ms: number): void {
    this.#state = 'pausing';
    this.#view.setTimeout(() => {
      this.#state = 'resting';
      if (this.#requested) this.#begin();
    }, ms);
  }
}
