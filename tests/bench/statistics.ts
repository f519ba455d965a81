/** The value below which `share` (0 to 1) of `values` lie, by nearest rank; NaN for none. */
export function findQuantile(values: readonly number[], share: number): number {
  const ordered = values.toSorted((one, other) => one - other);
  return ordered[Math.max(0, Math.ceil(share * ordered.length) - 1)] ?? Number.NaN;
}

/** The middle value; of two middle ones the lower. */
export function findMedian(values: readonly number[]): number {
  return findQuantile(values, 0.5);
}
