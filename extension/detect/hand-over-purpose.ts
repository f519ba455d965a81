import type { AskedFields } from './gather-purpose.ts';
import type { PurposeJudge } from './judge-purpose.ts';

/** `createPurposeJudge` of `judge-purpose.ts`, for the page of this frame. */
type CreatePurposeJudge = (asked: AskedFields) => PurposeJudge;

const PURPOSE = Symbol.for('wayveil.purpose');

type HandingOver = typeof globalThis & { [PURPOSE]: CreatePurposeJudge };

/** Leaves the judgement to the scripts that preview and mark: all are in one world, apart from the page's. */
export function handOverPurpose(create: CreatePurposeJudge): void {
  (globalThis as HandingOver)[PURPOSE] = create;
}

/** What was handed over; the script that does so is put into a frame first. */
export function findHandedPurpose(): CreatePurposeJudge {
  return (globalThis as HandingOver)[PURPOSE];
}
