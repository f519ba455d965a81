import type { PostalAddress } from '#shared/address/postal-address.ts';

/** An address as lines for a screen, its own country's parts in the order that is common there. */
export function listAddressLines(address: PostalAddress, countryName: (code: string) => string): string[] {
  const { addressLines, addressLevel1, addressLevel2, postalCode, country } = address;
  const east = country === 'KR' || country === 'JP' || country === 'CN';
  const town = east ? [postalCode, addressLevel1, addressLevel2] : [addressLevel2, addressLevel1, postalCode];
  const townLine = town.filter(part => part !== '').join(' ');
  const lines = east ? [townLine, ...addressLines] : [...addressLines, townLine];
  return [...lines, countryName(country)].filter(line => line !== '');
}
