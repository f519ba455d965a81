import { z } from 'zod';
import { defineWords } from '../api/visible-text.ts';

const Line = defineWords(70);

/**
 * A postal address. `addressLevel1` is the state, province or prefecture, `addressLevel2` the city, `addressLevel3`
 * the district or neighbourhood where the post wants one (WHATWG).
 */
export const PostalAddress = z.object({
  addressLines: z.array(Line).min(1).max(3),
  addressLevel3: z.string().trim().max(60).optional(),
  addressLevel2: z.string().trim().max(60),
  addressLevel1: z.string().trim().max(60),
  postalCode: z.string().trim().max(12),
  country: z.string().regex(/^[A-Z]{2}$/),
});
export type PostalAddress = z.infer<typeof PostalAddress>;
