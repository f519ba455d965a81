import { formatAddress } from 'localized-address-format';
import type { PostalAddress } from './postal-address.ts';

/** An address as its own country's post writes it, line by line, without the name of the country; or in Latin letters. */
export function listPostLines(address: PostalAddress, script: 'local' | 'latin' = 'local'): string[] {
  const { addressLines, addressLevel1, addressLevel2, addressLevel3, postalCode, country } = address;
  // The library's format of Japan has no place for the city: it stands behind the prefecture.
  const area = script === 'latin' ? [addressLevel2, addressLevel1] : [addressLevel1 + addressLevel2];
  const administrativeArea = country === 'JP' ? area.join(', ') : addressLevel1;
  const parts = {
    ...{ postalCountry: country, administrativeArea, locality: addressLevel2, postalCode },
    ...{ dependentLocality: addressLevel3 ?? '', addressLines },
  };
  // A part that is left out leaves its comma.
  const lines = formatAddress(parts, script).map(line => line.replace(/^[\s,]+|[\s,]+$/g, ''));
  return lines.filter(line => line !== '');
}
