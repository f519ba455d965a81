import { z } from 'zod';
import { HUB_COUNTRIES } from './country-rules.ts';
import { PostalAddress } from './postal-address.ts';
import { findAddressFault } from './virtual-address.ts';

/** The state, province or prefecture of a hub, as select fields write it. */
export const Region = z.object({
  /** ISO 3166-2, without the country: `OR`, `13`. */
  code: z.string().regex(/^[A-Z0-9]{1,3}$/),
  /** Its names besides that of the address: in English, in short. */
  names: z.array(z.string().trim().min(1).max(60)).max(6),
});

/** A hub that takes parcels for people and re-labels them: a real street address, and its own telephone. */
export const Hub = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,32}$/),
  name: z.string().trim().min(1).max(35),
  country: z.enum(HUB_COUNTRIES),
  address: PostalAddress,
  region: Region.optional(),
  /** E.164; the hub answers it and asks for the code. */
  tel: z.string().regex(/^\+[1-9]\d{6,14}$/),
});
export type Hub = z.infer<typeof Hub>;

/** A hub as its operator writes it down: refused where its addresses would be. */
export const CheckedHub = Hub.superRefine((hub, context) => {
  const fault = findAddressFault(hub);
  if (fault !== null) context.addIssue({ code: 'custom', path: ['address'], message: fault });
});
