import { domainToASCII } from 'node:url';

/** Our own addresses that stand for one thing each. */
export const OWN_KINDS = { confirm: 'confirmation', relay: 'relay', bounce: 'bounce' } as const;
export type OwnPrefix = keyof typeof OWN_KINDS;
export type OwnKind = (typeof OWN_KINDS)[OwnPrefix];

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** `confirm+018f…@mail.example`. */
export function makeOwnAddress(prefix: OwnPrefix, id: string, mailDomain: string): string {
  return `${prefix}+${id}@${mailDomain}`;
}

/** What an address of ours of the form `prefix+id` stands for; null for any other. */
export function parseOwnAddress(address: string, mailDomain: string): { kind: OwnKind; id: string } | null {
  const parts = splitAddress(address);
  if (parts?.domain !== mailDomain.toLowerCase()) return null;
  const [prefix = '', id = ''] = parts.local.toLowerCase().split('+');
  if (!Object.hasOwn(OWN_KINDS, prefix) || !UUID.test(id)) return null;
  return { kind: OWN_KINDS[prefix as OwnPrefix], id };
}

/** Local part and domain (lower case, in ASCII) of an address, or null where it is none. */
export function splitAddress(address: string): { local: string; domain: string } | null {
  const at = address.lastIndexOf('@');
  const domain = domainToASCII(address.slice(at + 1));
  if (at < 1 || domain === '') return null;
  return { local: address.slice(0, at), domain };
}

/**
 * Whether two addresses are one mailbox. Domains are compared in ASCII without regard to case; local parts as
 * Unicode NFC without regard to case: RFC 5321 leaves case to the provider, and none that signs mail tells
 * mailboxes apart by it, while people type their own in either way.
 */
export function isSameMailbox(a: string, b: string): boolean {
  const [left, right] = [nameMailbox(a), nameMailbox(b)];
  return left !== null && left === right;
}

/** Whose mailbox it is: all sub-addresses of it (RFC 5233) are one. An address that is none stands for itself. */
export function nameReceiver(address: string): string {
  return (nameMailbox(address) ?? address).replace(/\+[^@]*/, '');
}

function nameMailbox(address: string): string | null {
  const parts = splitAddress(address.trim());
  return parts && `${parts.local.normalize('NFC').toLowerCase()}@${parts.domain}`;
}
