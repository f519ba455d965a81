import { z } from 'zod';
import { HUB_COUNTRIES } from './country-rules.ts';
import { PostalAddress } from './postal-address.ts';
import { findAddressFault, spellLatin } from './virtual-address.ts';

/** Letters that any carrier's machine prints, without marks. */
const LATIN = /^[\x20-\x7e]+$/;

/** The state, province or prefecture of a hub, as select fields write it. */
export const Region = z.object({
  /** ISO 3166-2, without the country: `OR`, `13`. */
  code: z.string().regex(/^[A-Z0-9]{1,3}$/),
  /** Its names besides that of the address: in English, in short. */
  names: z.array(z.string().trim().min(1).max(60)).max(6),
});

/** A hub's name and address in Latin letters, for shops that take no others. Postcode and country are the same. */
export const LatinSpelling = z.object({
  name: z.string().trim().regex(LATIN).max(35),
  addressLines: z.array(z.string().trim().regex(LATIN).max(70)).min(1).max(3),
  addressLevel1: z.string().trim().regex(LATIN).max(60),
  addressLevel2: z.string().trim().regex(LATIN).max(60),
  addressLevel3: z.string().trim().regex(LATIN).max(60).optional(),
});

/** A hub that takes parcels for people and re-labels them: a real street address, and its own telephone. */
export const Hub = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,32}$/),
  name: z.string().trim().min(1).max(35),
  country: z.enum(HUB_COUNTRIES),
  address: PostalAddress,
  region: Region.optional(),
  latin: LatinSpelling.optional(),
  /** E.164; the hub answers it and asks for the code. */
  tel: z.string().regex(/^\+[1-9]\d{6,14}$/),
});
export type Hub = z.infer<typeof Hub>;

/** A hub as its operator writes it down: refused where its addresses would be. */
export const CheckedHub = Hub.superRefine((hub, context) => {
  const fault = findAddressFault(hub);
  if (fault !== null) context.addIssue({ code: 'custom', path: ['address'], message: fault });
  const latinFault = hub.latin && findAddressFault(spellLatin(hub, hub.latin));
  if (latinFault) context.addIssue({ code: 'custom', path: ['latin'], message: latinFault });
});
