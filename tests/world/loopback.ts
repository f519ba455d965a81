/**
 * Rewrites `http://anything.localhost:PORT` to the loopback address: browsers resolve such hosts themselves,
 * Node's resolver does not know them.
 */
export function toLoopback(origin: string): string {
  const url = new URL(origin);
  if (url.hostname.endsWith('localhost')) url.hostname = '127.0.0.1';
  return url.origin;
}
