/** Whether a text somewhere in `value` has U+0000, which PostgreSQL keeps nowhere, or half a surrogate pair. */
export function holdsUnwritable(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\u0000') || !value.isWellFormed();
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, part]) => holdsUnwritable(key) || holdsUnwritable(part));
}
