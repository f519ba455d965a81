import { z } from 'zod';
import { PostalAddress } from '../address/postal-address.ts';

/** A name in another script. */
const SpelledName = z.object({ name: z.string(), givenName: z.string(), familyName: z.string() });

/** What a shop is told about a shopper: means nothing anywhere else (S27, S62). */
export const VirtualIdentity = z.object({
  name: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  email: z.string(),
  /** E.164. */
  tel: z.string(),
  /** The same as dialled within its country, in the groups that are common there. */
  telNational: z.string().optional(),
  address: PostalAddress,
  /** Other ways to write `addressLevel1`, its ISO 3166-2 codes first: for select fields. */
  regionNames: z.array(z.string()).optional(),
  /** How the name is read, in full-width katakana, where forms ask for it. */
  phonetic: SpelledName.optional(),
  /** The same in Latin letters, where the address is in others: for shops abroad. */
  latin: SpelledName.extend({ address: PostalAddress }).optional(),
  /** The code that the hub knows the owner of this card by; part of the address above. */
  deliveryCode: z.string(),
});
export type VirtualIdentity = z.infer<typeof VirtualIdentity>;

/** A card as its owner sees it; its number is shown once, when it is issued. */
export const Card = z.object({
  id: z.string(),
  label: z.string(),
  lastDigits: z.string().length(4),
  currency: z.string(),
  virtualIdentity: VirtualIdentity,
  issuedAtMs: z.number().int(),
});
export type Card = z.infer<typeof Card>;

/** Card data that fits a payment form. `expiryMonth` is `01` to `12`, `expiryYear` four digits. */
export const CardData = z.object({
  primaryAccountNumber: z.string(),
  expiryMonth: z.string(),
  expiryYear: z.string(),
  cardSecurityCode: z.string(),
});
export type CardData = z.infer<typeof CardData>;

/** A one-time number armed for one payee and one amount until `expiresAtMs`. */
export const ArmedNumber = CardData.extend({
  purchaseId: z.string(),
  payeeHost: z.string(),
  amountMinor: z.string(),
  currency: z.string(),
  expiresAtMs: z.number().int(),
});
export type ArmedNumber = z.infer<typeof ArmedNumber>;
