import { z } from 'zod';

const Base64url = z
  .string()
  .max(65_536)
  .regex(/^[A-Za-z0-9_-]+$/);
const Common = {
  id: Base64url.max(1024),
  rawId: Base64url.max(1024),
  type: z.literal('public-key'),
  clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
};

/** A registration as the browser gives it (WebAuthn Level 3, RegistrationResponseJSON). */
export const RegistrationCredential = z.object({
  ...Common,
  response: z.object({
    clientDataJSON: Base64url,
    attestationObject: Base64url,
    transports: z.array(z.string().max(20)).max(8).optional(),
  }),
});

/** An assertion as the browser gives it (WebAuthn Level 3, AuthenticationResponseJSON). */
export const AssertionCredential = z.object({
  ...Common,
  response: z.object({
    clientDataJSON: Base64url,
    authenticatorData: Base64url,
    signature: Base64url,
    userHandle: Base64url.nullish(),
  }),
});

/** Made once: a schema is compiled at its first use, which costs more than what it decodes here. */
const NamedCredential = AssertionCredential.pick({ id: true });

/** Which passkey an assertion is of, before it is decoded whole. */
export function readCredentialId(credential: unknown): string | undefined {
  const named = NamedCredential.safeParse(credential);
  return named.success ? named.data.id : undefined;
}
