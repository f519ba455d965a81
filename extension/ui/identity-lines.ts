import { listPostLines } from '#shared/address/post-lines.ts';
import type { PostalAddress } from '#shared/address/postal-address.ts';

/** An address as lines for a screen, its parts in the order of its own country's post. */
export function listAddressLines(address: PostalAddress, countryName: (code: string) => string): string[] {
  return [...listPostLines(address), countryName(address.country)].filter(line => line !== '');
}
