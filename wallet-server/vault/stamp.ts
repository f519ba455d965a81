/** The order of a person's writes: the directory gives the sequence, chance parts two writes that got the same. */
export interface Stamp {
  sequence: number;
  /** 16 bytes in hex. */
  nonce: string;
}

/** Below zero where `one` is older than `other`. */
export function compareStamps(one: Stamp, other: Stamp): number {
  if (one.sequence !== other.sequence) return one.sequence - other.sequence;
  if (one.nonce === other.nonce) return 0;
  return one.nonce < other.nonce ? -1 : 1;
}
