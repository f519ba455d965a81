import type { Locale } from '#shared/api/locale.ts';
import type { Wrapping } from '../messages/onboarding-map.ts';
import type { Answer } from '../messages/refusal.ts';
import type { WalletState } from '../messages/wallet-messages.ts';
import { evaluatePrf } from '../passkey/evaluate-prf.ts';
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
  const asked = { id: credential.id, options, challenge: ports.makeChallenge() };
  const prfOutput =
    created.prfOutput ?? (created.prf ? await evaluatePrf(ports.askPasskey, asked, prfSalt) : null);
  if (prfOutput === null) return { ok: { needsPassphrase: finish } };
  const finished = await finish({ by: 'prf', prfOutput });
  return 'ok' in finished ? { ok: { state: finished.ok } } : finished;
}

/**
 * Signs in on a new device, at once after a press. Where the kept keyring does not open by PRF the state is `sealed`.
 * `onResting` hears which passkey was used, where it is being removed.
 */
export async function signIn(
  ports: OnboardingPorts,
  onResting: (credentialId: string) => void = () => undefined,
): Promise<Answer<WalletState>> {
  if (!(await ports.unlock.serverAccess.ask())) return { refused: 'passkey_withheld' };
  const begun = await ports.ask('beginSignIn', {});
  if ('refused' in begun) return begun;
  const { signInId, options, prfSalt } = begun.ok;
  if (signInId === null) return { refused: 'challenge_unknown' };
  const asked = await ports.askPasskey(options, prfSalt);
  if ('refused' in asked) return asked;
  const credential = { ...asked.credential, type: 'public-key' as const };
  const { deviceName } = ports;
  const { prfOutput } = asked;
  const finished = await ports.ask('finishSignIn', { signInId, credential, deviceName, prfOutput });
  if ('refused' in finished && finished.refused === 'passkey_resting') onResting(credential.id);
  return finished;
}

/** New keys in place of those that open no more, wrapped as a new member's are. Must follow a press at once. */
export async function replaceKeys(ports: OnboardingPorts): Promise<Answer<Begun>> {
  if (!(await ports.unlock.serverAccess.ask())) return { refused: 'passkey_withheld' };
  const begun = await ports.unlock.beginUnlock();
  if ('refused' in begun) return begun;
  const asked = await ports.askPasskey(begun.ok.options, begun.ok.prfSalt);
  if ('refused' in asked) return asked;
  const finish: Finish = wrapping => ports.ask('replaceKeyring', { wrapping });
  if (asked.prfOutput === null) return { ok: { needsPassphrase: finish } };
  const finished = await finish({ by: 'prf', prfOutput: asked.prfOutput });
  return 'ok' in finished ? { ok: { state: finished.ok } } : finished;
}
