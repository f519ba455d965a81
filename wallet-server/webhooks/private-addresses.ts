import { BlockList, isIPv4 } from 'node:net';

const RANGES_4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const;
/** Everything that is not global unicast, and the ranges in it that lead back to IPv4 or to documentation. */
const RANGES_6 = [
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const;

/** Two lists, because one alone also checks an IPv4 address as if it were mapped into IPv6. */
function makeBlockList(ranges: readonly (readonly [string, number])[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const [address, prefix] of ranges) list.addSubnet(address, prefix, family);
  return list;
}

const PRIVATE_4 = makeBlockList(RANGES_4, 'ipv4');
const PRIVATE_6 = makeBlockList(RANGES_6, 'ipv6');

/** Whether `address` is a special-purpose one (IANA registries, RFC 6890): what listens there is not to be reached. */
export function isPrivateAddress(address: string): boolean {
  return isIPv4(address) ? PRIVATE_4.check(address, 'ipv4') : PRIVATE_6.check(address, 'ipv6');
}
