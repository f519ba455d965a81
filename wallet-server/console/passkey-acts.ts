import type { Answer } from '#extension/ui/answer.ts';
import type { KeepPasskey, PasskeyPorts } from '#extension/ui/passkey-ports.ts';
import type { CallResult } from '#shared/api/call.ts';
import { hashPasskeyConsent } from '#shared/passkey/passkey-consent.ts';
import type { ConsolePorts } from './console-ports.ts';

type Ports = Pick<ConsolePorts, 'call' | 'askPasskey' | 'createPasskey' | 'deviceName'>;

/** A seller's passkeys on the page itself, for who has no extension: what is signed is what is shown, as there. */
export function makePasskeyPorts(ports: Ports): PasskeyPorts {
  return {
    list: () => ports.call('listPasskeys', {}),
    async make() {
      const begun = await ports.call('beginPasskeyAddition', { body: { name: ports.deviceName } });
      if ('refused' in begun) return begun;
      const created = await ports.createPasskey(begun.ok.options);
      if ('refused' in created) return created;
      return { ok: { confirm: () => confirmMade(ports, begun.ok, created.ok) } };
    },
    beginRemoval: credentialId => ports.call('beginPasskeyRemoval', { body: { credentialId } }),
    async remove(credentialId, { removalId, consent, options }) {
      if (consent.act !== 'remove' || consent.credentialId !== credentialId) return { refused: 'conflict' };
      const asked = await ports.askPasskey({ ...options, challenge: hashPasskeyConsent(consent) });
      if ('refused' in asked) return asked;
      return ports.call('removePasskey', { params: { removalId }, body: { credential: asked.ok } });
    },
    keep: makeKeepPasskey(ports),
  };
}

/** A passkey that its person has signs the hash of exactly the new one. */
async function confirmMade(
  ports: Ports,
  { additionId, name, nonce, confirmOptions }: CallResult<'beginPasskeyAddition'>,
  credential: { id: string; type: 'public-key' },
): Promise<Answer<{ opens: null }>> {
  const consent = { act: 'add', credentialId: credential.id, name, restsUntilMs: null, nonce } as const;
  const asked = await ports.askPasskey({ ...confirmOptions, challenge: hashPasskeyConsent(consent) });
  if ('refused' in asked) return asked;
  const body = { additionId, credential, confirmation: asked.ok };
  const added = await ports.call('addPasskey', { body });
  return 'refused' in added ? added : { ok: { opens: null } };
}

/** The removal of a passkey is taken back; whoever holds it has no session. */
export function makeKeepPasskey(ports: Pick<ConsolePorts, 'call' | 'askPasskey'>): KeepPasskey {
  return async ({ credentialId, code }) => {
    const begun = await ports.call('beginPasskeyKeeping', { body: { credentialId } });
    if ('refused' in begun) return begun;
    const { keepingId, consent, options } = begun.ok;
    if (consent.act !== 'keep' || consent.credentialId !== credentialId) return { refused: 'conflict' };
    const asked = await ports.askPasskey({ ...options, challenge: hashPasskeyConsent(consent) });
    if ('refused' in asked) return asked;
    const body = { credential: asked.ok, ...(code.trim() === '' ? {} : { code: code.trim() }) };
    return ports.call('keepPasskey', { params: { keepingId }, body });
  };
}
