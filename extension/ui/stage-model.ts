import { type OffPathState, type PurchaseState, STAGES, type Stage } from '#shared/purchase/state.ts';

/** What a stage line is drawn from; both the buyer's and the seller's view have it. */
export interface StageSubject {
  state: PurchaseState;
  enteredAtMs: Partial<Record<PurchaseState, number>>;
}

export interface Stop {
  stage: Stage;
  /** `current`: the purchase stands here. `skipped`: it left the path before. */
  status: 'done' | 'current' | 'ahead' | 'skipped';
  reachedAtMs: number | null;
}

/** An end or a pause off the path: it branches down after stop `from` (0 to 4). */
export interface Branch {
  state: OffPathState;
  from: number;
  atMs: number | null;
}

export interface StageModel {
  stops: Stop[];
  branch: Branch | null;
}

/** The five stops with their dates, and the branch where the purchase left the path (S36, S37). */
export function modelStages(subject: StageSubject): StageModel {
  const { state, enteredAtMs } = subject;
  const offPath = isStage(state) ? null : state;
  const last = isStage(state) ? STAGES.indexOf(state) : findLastReached(subject);
  const stops = STAGES.map((stage, index): Stop => {
    const reachedAtMs = index <= last ? (enteredAtMs[stage] ?? null) : null;
    return { stage, reachedAtMs, status: findStatus(index, last, offPath !== null, state) };
  });
  return {
    stops,
    branch: offPath && { state: offPath, from: last, atMs: enteredAtMs[offPath] ?? null },
  };
}

function findStatus(index: number, last: number, left: boolean, state: PurchaseState): Stop['status'] {
  if (index < last || (index === last && (left || state === 'closed'))) return 'done';
  if (index === last) return 'current';
  return left ? 'skipped' : 'ahead';
}

function findLastReached(subject: StageSubject): number {
  const reached = STAGES.map((stage, index) => (subject.enteredAtMs[stage] === undefined ? 0 : index));
  return Math.max(...reached);
}

function isStage(state: PurchaseState): state is Stage {
  return (STAGES as readonly PurchaseState[]).includes(state);
}
