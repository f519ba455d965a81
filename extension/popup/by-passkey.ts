import type { Answer } from '../messages/refusal.ts';
import type { WalletState } from '../messages/wallet-messages.ts';
import type { CeremonyOptions } from '../passkey/ceremony.ts';
import type { PopupPorts } from './popup-ports.ts';

type TouchPorts = Pick<PopupPorts, 'ask'> & {
  unlock: Pick<PopupPorts['unlock'], 'askPasskey' | 'serverAccess'>;
};

/** Erases the real data by a touch of the owner's passkey (S57). Must follow a press at once. */
export async function eraseByPasskey(ports: TouchPorts): Promise<Answer<Record<string, never>>> {
  if (!(await ports.unlock.serverAccess.ask())) return { refused: 'passkey_withheld' };
  const begun = await ports.ask('beginErasure', {});
  if ('refused' in begun) return begun;
  const touched = await touch(ports, begun.ok.options);
  if ('refused' in touched) return touched;
  return ports.ask('eraseRealData', { erasureId: begun.ok.erasureId, credential: touched.ok });
}

/** Makes one membership of two by a touch of the other one's passkey (S16). Must follow a press at once. */
export async function uniteByPasskey(ports: TouchPorts): Promise<Answer<WalletState>> {
  if (!(await ports.unlock.serverAccess.ask())) return { refused: 'passkey_withheld' };
  const begun = await ports.ask('beginUnion', {});
  if ('refused' in begun) return begun;
  const touched = await touch(ports, begun.ok.options);
  if ('refused' in touched) return touched;
  return ports.ask('uniteMemberships', { signInId: begun.ok.signInId, credential: touched.ok });
}

async function touch(
  { unlock }: TouchPorts,
  options: CeremonyOptions,
): Promise<Answer<{ id: string; type: 'public-key' }>> {
  const asked = await unlock.askPasskey(options, null);
  return 'refused' in asked ? asked : { ok: { ...asked.credential, type: 'public-key' } };
}
