import type { Answer } from '#extension/ui/answer.ts';
import type { Locale } from '#shared/api/locale.ts';
import type { Member } from '#shared/api/people.ts';
import type { ConsolePorts } from './console-ports.ts';

/**
 * Signs in by a passkey; the same person as in the extension (S16). `onResting` hears which one was used, where it is
 * being removed.
 */
export async function signIn(
  ports: ConsolePorts,
  onResting: (credentialId: string) => void,
): Promise<Answer<Member>> {
  const begun = await ports.call('beginSignIn', { body: {} });
  if ('refused' in begun) return begun;
  const asked = await ports.askPasskey(begun.ok.options);
  if ('refused' in asked) return asked;
  const { signInId } = begun.ok;
  const signed = await ports.call('signIn', {
    body: { signInId, credential: asked.ok, deviceName: ports.deviceName },
  });
  if ('refused' in signed && signed.refused === 'passkey_resting') onResting(asked.ok.id);
  return keep(ports, signed);
}

/** Joins by a new passkey. Real data is not asked for: a shop sells without it. */
export async function join(ports: ConsolePorts, locale: Locale): Promise<Answer<Member>> {
  const begun = await ports.call('beginRegistration', { body: {} });
  if ('refused' in begun) return begun;
  const created = await ports.createPasskey(begun.ok.options);
  if ('refused' in created) return created;
  const { registrationId } = begun.ok;
  const joined = await ports.call('join', {
    body: { registrationId, credential: created.ok, deviceName: ports.deviceName, locale },
  });
  return keep(ports, joined);
}

async function keep(
  ports: ConsolePorts,
  entered: Answer<{ member: Member; session: Parameters<ConsolePorts['keepTokens']>[0] }>,
): Promise<Answer<Member>> {
  if ('refused' in entered) return entered;
  await ports.keepTokens(entered.ok.session);
  return { ok: entered.ok.member };
}
