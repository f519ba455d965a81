import type { Wrapping } from '../messages/onboarding-map.ts';
import type { Answer } from '../messages/refusal.ts';
import type { WalletState } from '../messages/wallet-messages.ts';
import type { Locale } from '../ui/locale.ts';
import type { OnboardingPorts } from './onboarding-ports.ts';

/** Finishes what was begun, once it is known how the keyring is wrapped. */
export type Finish = (wrapping: Wrapping) => Promise<Answer<WalletState>>;

/** A ceremony that is done: with PRF the wallet stands, without it a pass phrase is needed first. */
export type Begun = { state: WalletState } | { needsPassphrase: Finish };

/** Makes the passkey and joins with it. Must follow a press at once. */
export async function join(ports: OnboardingPorts, locale: Locale): Promise<Answer<Begun>> {
  if (!(await ports.unlock.serverAccess.ask())) return { refused: 'passkey_withheld' };
  const begun = await ports.ask('beginJoin', {});
  if ('refused' in begun) return begun;
  const { registrationId, options, prfSalt } = begun.ok;
  const created = await ports.createPasskey(options, prfSalt);
  if ('refused' in created) return created;
  const credential = { ...created.credential, type: 'public-key' as const };
  const { deviceName } = ports;
  const finish: Finish = wrapping =>
    ports.ask('finishJoin', { registrationId, credential, deviceName, locale, wrapping });
  const prfOutput =
    created.prfOutput ?? (created.prf ? await askPrf(ports, credential.id, options, prfSalt) : null);
  if (prfOutput === null) return { ok: { needsPassphrase: finish } };
  const finished = await finish({ by: 'prf', prfOutput });
  return 'ok' in finished ? { ok: { state: finished.ok } } : finished;
}

/** Some authenticators give PRF output only when they are asked, not when the passkey is made: a second touch. */
async function askPrf(
  ports: OnboardingPorts,
  id: string,
  options: { rp?: unknown; [member: string]: unknown },
  prfSalt: string,
): Promise<string | null> {
  const rp = options.rp as { id?: string } | undefined;
  const asked = await ports.askPasskey(
    {
      challenge: ports.makeChallenge(),
      userVerification: 'required',
      allowCredentials: [{ id, type: 'public-key' }],
      ...(rp?.id === undefined ? {} : { rpId: rp.id }),
    },
    prfSalt,
  );
  return 'refused' in asked ? null : asked.prfOutput;
}

/** Signs in on a new device, at once after a press. Where the kept keyring does not open by PRF the state is `sealed`. */
export async function signIn(ports: OnboardingPorts): Promise<Answer<WalletState>> {
  if (!(await ports.unlock.serverAccess.ask())) return { refused: 'passkey_withheld' };
  const begun = await ports.ask('beginSignIn', {});
  if ('refused' in begun) return begun;
  const { signInId, options, prfSalt } = begun.ok;
  if (signInId === null) return { refused: 'challenge_unknown' };
  const asked = await ports.askPasskey(options, prfSalt);
  if ('refused' in asked) return asked;
  const credential = { ...asked.credential, type: 'public-key' as const };
  const { deviceName } = ports;
  return ports.ask('finishSignIn', { signInId, credential, deviceName, prfOutput: asked.prfOutput });
}
