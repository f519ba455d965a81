import { z } from 'zod';

/** Who a message comes from, as it says; `receive.ts` compares it with what the browser says. */
export const DOORS = ['content', 'popup', 'confirm', 'onboarding', 'why'] as const;
export type Door = (typeof DOORS)[number];

/**
 * A message to the background. `commandId` is chance of the sender's: a message sent again because the background
 * died carries the same one, and becomes the `Idempotency-Key` of what it makes the server do.
 */
export const Envelope = z.strictObject({
  door: z.enum(DOORS),
  type: z.string().max(40),
  commandId: z.uuid(),
  input: z.unknown(),
});
export type Envelope = z.infer<typeof Envelope>;

/** Input schemas by message name: one map per ordered pair of sides. */
export type InputMap = Record<string, z.ZodType>;
