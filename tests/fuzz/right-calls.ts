import type { Contract, Operation } from '#shared/api/contract.ts';
import type { Device } from '#tests/fixtures/device.ts';
import type { Escrow } from '#tests/fixtures/escrow.ts';
import type { Parts } from './fuzzed-call.ts';
import { RIGHT_OUTSIDE_CALLS } from './right-outside-calls.ts';
import { RIGHT_PEOPLE_CALLS } from './right-people-calls.ts';
import { RIGHT_PURCHASE_CALLS } from './right-purchase-calls.ts';
import { RIGHT_SELLER_CALLS } from './right-seller-calls.ts';
import type { Witness } from './witness.ts';

/** What right calls are made from. */
export interface RightWorld {
  escrow: Escrow;
  /** Signed in as the escrow's member; it sells too. */
  device: Device;
  witness: Witness;
  /** Never the same twice. */
  makeName(): string;
}

/** A call that must be taken as it stands, and the device that must send it where it is not the caller's own. */
export interface RightCall extends Parts {
  device?: Device;
}

/** Makes a right call for this moment, with everything that must be there first. */
export type MakeRightCall = (world: RightWorld) => RightCall | Promise<RightCall>;

/** Every operation but streams. */
export type PlainOperation = {
  [O in Operation]: Contract[O] extends { stream: true } ? never : O;
}[Operation];

export const RIGHT_CALLS: Record<PlainOperation, MakeRightCall> = {
  ...RIGHT_PEOPLE_CALLS,
  ...RIGHT_PURCHASE_CALLS,
  ...RIGHT_SELLER_CALLS,
  ...RIGHT_OUTSIDE_CALLS,
};
