import type { askPasskey } from './ceremony.ts';

/** Some authenticators give PRF output only when they are asked, not when the passkey is made: a second touch. */
export async function evaluatePrf(
  ask: typeof askPasskey,
  made: { id: string; options: { rp?: unknown; [member: string]: unknown }; challenge: string },
  prfSalt: string,
): Promise<string | null> {
  const rp = made.options.rp as { id?: string } | undefined;
  const asked = await ask(
    {
      challenge: made.challenge,
      userVerification: 'required',
      allowCredentials: [{ id: made.id, type: 'public-key' }],
      ...(rp?.id === undefined ? {} : { rpId: rp.id }),
    },
    prfSalt,
  );
  return 'refused' in asked ? null : asked.prfOutput;
}
