/** How waiting calls are gathered. */
export interface GroupSettings<Ask> {
  /** Calls in one group at most. @default 64 */
  largest?: number;
  /** Groups under way at once. @default 2 */
  lanes?: number;
  /** Names of what a call takes for itself: two calls that share one never share a group, nor run at once. */
  claimsOf?: (ask: Ask) => readonly string[];
  /** Whether a group that failed by `fault` is run again, each call alone. @default always */
  mayPart?: (fault: unknown) => boolean;
}

interface Waiting<Ask, Answer> {
  ask: Ask;
  claims: readonly string[];
  resolve(answer: Answer): void;
  reject(fault: unknown): void;
}

/**
 * Lets callers ask one by one what is cheaper to ask together (group commit, grouped reads). A call that finds a free
 * lane goes at once with all that came in the same turn of the event loop; the others wait for it and go as the next
 * group. `run` answers in the order of its asks. Where a whole group fails, each of its calls is run alone, so that
 * one bad call takes nobody along.
 */
export function groupCalls<Ask, Answer>(
  run: (asks: readonly Ask[]) => Promise<readonly Answer[]>,
  settings: GroupSettings<Ask> = {},
): (ask: Ask) => Promise<Answer> {
  const { largest = 64, lanes = 2, claimsOf = () => [], mayPart = () => true } = settings;
  const waiting: Waiting<Ask, Answer>[] = [];
  const claimed = new Set<string>();
  let running = 0;
  let scheduled = false;

  const schedule = () => {
    if (scheduled || running >= lanes || waiting.length === 0) return;
    scheduled = true;
    setImmediate(() => {
      scheduled = false;
      start();
    });
  };
  const start = () => {
    if (running >= lanes) return;
    const group = takeGroup(waiting, claimed, largest);
    if (group.length === 0) return;
    running += 1;
    void settleGroup(run, group, mayPart).then(() => {
      running -= 1;
      for (const { claims } of group) for (const claim of claims) claimed.delete(claim);
      schedule();
    });
    schedule();
  };
  return async ask => {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    waiting.push({ ask, claims: claimsOf(ask), resolve, reject });
    schedule();
    return await promise;
  };
}

/** The first calls that wait and whose claims are free; those left behind keep their order. */
function takeGroup<Ask, Answer>(
  waiting: Waiting<Ask, Answer>[],
  claimed: Set<string>,
  largest: number,
): Waiting<Ask, Answer>[] {
  const group: Waiting<Ask, Answer>[] = [];
  const left: Waiting<Ask, Answer>[] = [];
  for (const call of waiting) {
    if (group.length < largest && call.claims.every(claim => !claimed.has(claim))) {
      for (const claim of call.claims) claimed.add(claim);
      group.push(call);
    } else left.push(call);
  }
  waiting.splice(0, waiting.length, ...left);
  return group;
}

/** Never rejects: each call gets its own answer or fault. */
async function settleGroup<Ask, Answer>(
  run: (asks: readonly Ask[]) => Promise<readonly Answer[]>,
  group: readonly Waiting<Ask, Answer>[],
  mayPart: (fault: unknown) => boolean,
): Promise<void> {
  try {
    const answers = await run(group.map(({ ask }) => ask));
    for (const [index, call] of group.entries()) {
      if (index in answers) call.resolve(answers[index] as Answer);
      else call.reject(new Error('a group left a call without an answer'));
    }
  } catch (fault) {
    const alone = group.length === 1 || !mayPart(fault);
    for (const call of group) {
      if (alone) call.reject(fault);
      else await settleGroup(run, [call], mayPart);
    }
  }
}
