import { formatAddress } from 'localized-address-format';
import type { PostalAddress } from './postal-address.ts';

/** An address as its own country's post writes it, line by line, without the name of the country. */
export function listPostLines(address: PostalAddress): string[] {
  const { addressLines, addressLevel1, addressLevel2, addressLevel3, postalCode, country } = address;
  // The library's format of Japan has no place for the city: it stands behind the prefecture.
  const administrativeArea = country === 'JP' ? addressLevel1 + addressLevel2 : addressLevel1;
  return formatAddress({
    ...{ postalCountry: country, administrativeArea, locality: addressLevel2, postalCode },
    ...{ dependentLocality: addressLevel3 ?? '', addressLines },
  }).filter(line => line.trim() !== '');
}
