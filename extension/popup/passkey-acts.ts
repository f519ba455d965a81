import type { CallResult } from '#shared/api/call.ts';
import { hashPasskeyConsent } from '#shared/passkey/passkey-consent.ts';
import type { PopupAnswers } from '../messages/popup-map.ts';
import type { Answer } from '../messages/refusal.ts';
import type { createPasskey } from '../passkey/ceremony.ts';
import { evaluatePrf } from '../passkey/evaluate-prf.ts';
import type { Keeping } from '../ui/passkey-ports.ts';
import type { PopupPorts } from './popup-ports.ts';
import type { UnlockPorts } from './unlock.ts';

type ActPorts = Pick<PopupPorts, 'ask' | 'createPasskey' | 'makeChallenge'> & { unlock: UnlockPorts };
type Created = Exclude<Awaited<ReturnType<typeof createPasskey>>, { refused: unknown }>;

/** A passkey that is made and counts for nothing yet: one that its person has must confirm it. */
export interface MadePasskey {
  begun: PopupAnswers['beginPasskeyAddition'];
  credential: Created['credential'];
  prfOutput: string | null;
}

/** Makes a new passkey, on an authenticator that has none of this person's. Must follow a press at once. */
export async function makePasskey(ports: ActPorts): Promise<Answer<MadePasskey>> {
  if (!(await ports.unlock.serverAccess.ask())) return { refused: 'passkey_withheld' };
  const begun = await ports.ask('beginPasskeyAddition', {});
  if ('refused' in begun) return begun;
  const { options, prfSalt } = begun.ok;
  const created = await ports.createPasskey(options, prfSalt);
  if ('refused' in created) {
    return { refused: created.refused === 'member_exists' ? 'passkey_exists' : created.refused };
  }
  const { credential, prf } = created;
  const asked = { id: credential.id, options, challenge: ports.makeChallenge() };
  const prfOutput =
    created.prfOutput ?? (prf ? await evaluatePrf(ports.unlock.askPasskey, asked, prfSalt) : null);
  return { ok: { begun: begun.ok, credential, prfOutput } };
}

/** A passkey that its person has signs the hash of exactly the new one. Must follow a press at once. */
export async function confirmMadePasskey(
  ports: ActPorts,
  { begun, credential, prfOutput }: MadePasskey,
): Promise<Answer<PopupAnswers['addPasskey']>> {
  const { additionId, name, nonce, confirmOptions } = begun;
  const credentialId = credential.id;
  const challenge = hashPasskeyConsent({ act: 'add', credentialId, name, restsUntilMs: null, nonce });
  const asked = await ports.unlock.askPasskey({ ...confirmOptions, challenge }, null);
  if ('refused' in asked) return asked;
  return ports.ask('addPasskey', {
    ...{ additionId, prfOutput },
    credential: { ...credential, type: 'public-key' },
    confirmation: { ...asked.credential, type: 'public-key' },
  });
}

/** Another passkey signs the hash of the very consent that is shown. Must follow a press at once. */
export async function removeByPasskey(
  ports: Pick<ActPorts, 'ask' | 'unlock'>,
  credentialId: string,
  { removalId, consent, options }: CallResult<'beginPasskeyRemoval'>,
): Promise<Answer<PopupAnswers['removePasskey']>> {
  if (!(await ports.unlock.serverAccess.ask())) return { refused: 'passkey_withheld' };
  if (consent.act !== 'remove' || consent.credentialId !== credentialId) return { refused: 'conflict' };
  const challenge = hashPasskeyConsent(consent);
  const asked = await ports.unlock.askPasskey({ ...options, challenge }, null);
  if ('refused' in asked) return asked;
  const credential = { ...asked.credential, type: 'public-key' as const };
  return ports.ask('removePasskey', { removalId, credentialId, credential });
}

/** The removal of a passkey is taken back by itself or another one, and the code of the letter. Must follow a press at once. */
export async function keepByPasskey(
  ports: UnlockPorts,
  { credentialId, code }: Keeping,
): Promise<Answer<Record<string, never>>> {
  if (!(await ports.serverAccess.ask())) return { refused: 'passkey_withheld' };
  const begun = await ports.beginKeeping(credentialId);
  if ('refused' in begun) return begun;
  const { keepingId, consent, options } = begun.ok;
  if (consent.act !== 'keep' || consent.credentialId !== credentialId) return { refused: 'conflict' };
  const asked = await ports.askPasskey({ ...options, challenge: hashPasskeyConsent(consent) }, null);
  if ('refused' in asked) return asked;
  const credential = { ...asked.credential, type: 'public-key' as const };
  return ports.finishKeeping({ keepingId, credential, ...(code.trim() === '' ? {} : { code: code.trim() }) });
}
