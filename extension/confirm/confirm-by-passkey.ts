import type { ConfirmAnswers } from '../messages/confirm-map.ts';
import type { Answer } from '../messages/refusal.ts';
import type { ConfirmPorts } from './confirm-ports.ts';

/**
 * Signs the hash of what is shown by the passkey. Options that ask for another challenge are never signed: the
 * window, not the background, knows what was on the screen. Must follow a press at once.
 */
export async function confirmByPasskey(
  ports: ConfirmPorts,
  purchaseId: string,
  consentHash: string,
): Promise<Answer<ConfirmAnswers['confirmByPasskey']>> {
  if (!(await ports.unlock.serverAccess.ask())) return { refused: 'passkey_withheld' };
  const begun = await ports.ask('beginConfirmation', { purchaseId, consentHash });
  if ('refused' in begun) return begun;
  if (begun.ok.options.challenge !== consentHash) return { refused: 'purchase_changed' };
  const asked = await ports.unlock.askPasskey(begun.ok.options, null);
  if ('refused' in asked) return asked;
  const credential = { ...asked.credential, type: 'public-key' as const };
  return ports.ask('confirmByPasskey', { purchaseId, consentHash, credential });
}
