import { keepVisible } from '../api/visible-text.ts';
import { COUNTRY_RULES, HUB_COUNTRIES, type HubCountry } from './country-rules.ts';
import type { PostalAddress } from './postal-address.ts';

/** Parts of an address that a home may be asked for. */
type HomePart = 'addressLevel2' | 'addressLevel1' | 'postalCode';

/** Whether we know what the post of `country` (ISO 3166-1 alpha-2) wants. */
export function isHubCountry(country: string): country is HubCountry {
  return HUB_COUNTRIES.some(each => each === country);
}

/**
 * Which parts parcels to a home cannot do without and are empty in its address. Of a country without hubs we know
 * only that a place must be named, in whichever part. Districts are for hubs alone: people write theirs in the lines.
 */
export function findMissingParts(address: Pick<PostalAddress, HomePart | 'country'>): HomePart[] {
  const isEmpty = (part: HomePart) => keepVisible(address[part]) === '';
  if (isHubCountry(address.country)) {
    const { requires } = COUNTRY_RULES[address.country];
    return requires.filter(part => part !== 'addressLevel3').filter(isEmpty);
  }
  const parts: HomePart[] = ['addressLevel2', 'addressLevel1', 'postalCode'];
  return parts.every(isEmpty) ? ['addressLevel2'] : [];
}
