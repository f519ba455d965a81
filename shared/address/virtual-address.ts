import type { Hub, HubCountry } from './hub.ts';
import type { PostalAddress } from './postal-address.ts';

/** Carriers and postal systems cut longer lines. */
export const MAX_LINE_LENGTH = 35;

/** Where each country's post wants the code of a person behind a hub's street address (requirements, section 7). */
const PLACE_CODE: Record<HubCountry, (lines: string[], code: string, hub: Hub) => string[]> = {
  US: (lines, code) => [...lines, `PMB ${code}`],
  GB: (lines, code, hub) => [`Unit ${code}, ${hub.name}`, ...lines],
  DE: (lines, code, hub) => [...lines, `c/o ${hub.name} ${code}`],
  KR: (lines, code, hub) => [...lines, `${hub.name} ${code}호`],
  JP: (lines, code, hub) => [...lines, `${hub.name} ${code}号`],
};

/**
 * The street address of `hub` with a person's `code` in the line that the country's post prescribes.
 * Throws a RangeError where a line would pass 35 characters: the hub's own data is at fault.
 */
export function makeVirtualAddress(hub: Hub, code: string): PostalAddress {
  const addressLines = PLACE_CODE[hub.country](hub.address.addressLines, code, hub);
  const long = addressLines.find(line => line.length > MAX_LINE_LENGTH);
  if (long !== undefined)
    throw new RangeError(`hub ${hub.id}: an address line passes ${MAX_LINE_LENGTH} characters`);
  return { ...hub.address, addressLines };
}
