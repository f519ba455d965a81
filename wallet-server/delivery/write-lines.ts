import { listPostLines } from '#shared/address/post-lines.ts';
import type { PostalAddress } from '#shared/address/postal-address.ts';
import type { PersonRecord } from '#shared/api/people.ts';
import type { RecordField } from '#shared/number/field.ts';

/** What a carrier may ever be given, and of what kind it is: each request opens one of them alone (S13). */
export const CARRIER_FIELDS = ['name', 'destination1', 'destination1Phone'] as const satisfies RecordField[];
export type CarrierField = (typeof CARRIER_FIELDS)[number];

/** Whether a carrier may ever be given `field`. */
export function isCarrierField(field: RecordField): field is CarrierField {
  return (CARRIER_FIELDS as readonly RecordField[]).includes(field);
}

/** As the post of its own country writes it, and which country that is: it may not be the carrier's. */
const writeAddress = (address: PostalAddress): string[] => [...listPostLines(address), address.country];

/** One field of real data as lines to read or print; none where the person never gave it. */
export function writeLines(realData: PersonRecord, field: CarrierField): string[] {
  const value = realData[field];
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : writeAddress(value);
}
