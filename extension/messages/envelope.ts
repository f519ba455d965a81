import { z } from 'zod';

const Type = z.string().max(40);

/** What a content script tells: never sent again, and no cause of what may be done but once. */
const ContentEnvelope = z.strictObject({ door: z.literal('content'), type: Type, input: z.unknown() });

/**
 * What a page of ours says. `commandId` is chance of the sender's: a message sent again because the background died
 * carries the same one, and becomes the `Idempotency-Key` of what it makes the server do.
 */
const PageEnvelope = z.strictObject({
  door: z.enum(['popup', 'confirm', 'onboarding', 'why']),
  type: Type,
  commandId: z.uuid(),
  input: z.unknown(),
});
export type PageEnvelope = z.infer<typeof PageEnvelope>;

/** A message to the background. Its door is who it says it comes from; `receive.ts` asks the browser. */
export const Envelope = z.discriminatedUnion('door', [ContentEnvelope, PageEnvelope]);
export type Envelope = z.infer<typeof Envelope>;
export type Door = Envelope['door'];

/** Input schemas by message name: one map per ordered pair of sides. */
export type InputMap = Record<string, z.ZodType>;
