import { toUnicode } from 'punycode.js';
import { foldLookalikes } from './lookalikes.ts';

/** What a person should know of a host before they take it for another. */
export interface HostJudgement {
  /** How a host in other alphabets reads; null where it is written as it reads. */
  reads: string | null;
  /** Whether letters of other alphabets only pose as plain ones. */
  poses: boolean;
  /** A host that its owner knows and that this one resembles. */
  alike: string | null;
}

/** Shorter names differ by a letter by chance. */
const SHORTEST_ALIKE = 5;

/** Judges `host` (as `URL.hostname` writes it) against those that the owner has bought at. Pure. */
export function judgeHost(host: string, known: readonly string[]): HostJudgement {
  const unicode = toUnicode(host);
  const reads = unicode === host ? null : unicode;
  const plain = /^[\x20-\x7e]+$/.test(foldLookalikes(unicode));
  const alike = known.includes(host) ? undefined : known.find(other => isAlike(unicode, toUnicode(other)));
  return { reads, poses: reads !== null && plain, alike: alike ?? null };
}

function isAlike(one: string, other: string): boolean {
  const [first, second] = [foldLookalikes(one), foldLookalikes(other)];
  if (first === second) return true;
  const [name, otherName] = [readName(first), readName(second)];
  if (name === otherName) return false;
  return Math.min(name.length, otherName.length) >= SHORTEST_ALIKE && differByOne(name, otherName);
}

/** The longest label: what a person takes for the name of the shop. */
function readName(host: string): string {
  return host.split('.').reduce((longest, label) => (label.length > longest.length ? label : longest), '');
}

/** One letter more, less, other, or two exchanged. */
function differByOne(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (long.length > short.length) return short.slice(at) === long.slice(at + 1);
  const exchanged = long.slice(0, at) + (long[at + 1] ?? '') + (long[at] ?? '') + long.slice(at + 2);
  return short.slice(at + 1) === long.slice(at + 1) || short === exchanged;
}
