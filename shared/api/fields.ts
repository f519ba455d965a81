import { z } from 'zod';
import { CURRENCIES, type Currency } from '../money/currency.ts';
import { LOCALES } from './locale.ts';
import { defineWords, keepVisible } from './visible-text.ts';

/** Identifiers are UUIDs (version 7: they sort by time). */
export const Id = z.uuid();
export const TimeMs = z.int().nonnegative();
/** Minor units as a decimal string: no JSON number loses a digit. */
export const AmountMinor = z.string().regex(/^\d{1,12}$/);
export const PositiveAmountMinor = z.string().regex(/^[1-9]\d{0,11}$/);
export const CurrencyCode = z.enum(Object.keys(CURRENCIES) as [Currency, ...Currency[]]);
export const Host = z
  .string()
  .max(253)
  .regex(
    /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/,
    'write a host name in small letters, such as shop.example',
  );
export const OrderNumber = z.string().trim().min(1).max(64);
export const Waybill = z
  .string()
  .overwrite(keepVisible)
  .min(4)
  .max(40)
  .regex(/^[A-Za-z0-9-]+$/);
export const Carrier = defineWords(40);
export const Nothing = z.object({});
export const Locale = z.enum(LOCALES);
/** What a browser's WebAuthn call gives, as @simplewebauthn writes it; the server decodes it in full. */
export const CredentialJson = z.looseObject({ id: z.string().max(1024), type: z.literal('public-key') });
/** WebAuthn options as JSON; the browser decodes them. */
export const OptionsJson = z.looseObject({ challenge: z.string() });
