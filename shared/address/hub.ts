import { z } from 'zod';
import { PostalAddress } from './postal-address.ts';

/** Countries whose post prescribes a line that a hub's code can stand in (requirements, section 7). */
export const HUB_COUNTRIES = ['US', 'GB', 'DE', 'KR', 'JP'] as const;
export type HubCountry = (typeof HUB_COUNTRIES)[number];

/** A hub that takes parcels for people and re-labels them: a real street address, and its own telephone. */
export const Hub = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,32}$/),
  name: z.string().trim().min(1).max(35),
  country: z.enum(HUB_COUNTRIES),
  address: PostalAddress,
  /** E.164; the hub answers it and asks for the code. */
  tel: z.string().regex(/^\+[1-9]\d{6,14}$/),
});
export type Hub = z.infer<typeof Hub>;
