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

/** Special-purpose addresses (IANA registries, RFC 6890): nothing of ours that listens there may be reached. */
function makeBlockList(): BlockList {
  const list = new BlockList();
  for (const [address, prefix] of RANGES_4) list.addSubnet(address, prefix, 'ipv4');
  for (const [address, prefix] of RANGES_6) list.addSubnet(address, prefix, 'ipv6');
  return list;
}

const PRIVATE = makeBlockList();

/** Whether `address` is loopback, private or otherwise not of the public network. */
export function isPrivateAddress(address: string): boolean {
  return PRIVATE.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
}
