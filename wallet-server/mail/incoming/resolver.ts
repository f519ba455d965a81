import { Resolver as DnsResolver } from 'node:dns/promises';

/** Asks DNS in the way that mailauth does. */
export type Resolver = (domain: string, recordType: string) => Promise<string[][] | string[]>;

/** A resolver that asks `dnsServer` (`ADDRESS[:PORT]`), or the system's servers where it is null. */
export function makeResolver(dnsServer: string | null): Resolver {
  const resolver = new DnsResolver({ timeout: 4000, tries: 2 });
  if (dnsServer !== null) resolver.setServers([dnsServer]);
  return async (domain, recordType) => {
    const answer = await resolver.resolve(domain, recordType);
    return answer as string[][] | string[];
  };
}
