import type { Answer } from '#extension/messages/refusal.ts';
import type { WalletState } from '#extension/messages/wallet-messages.ts';
import type { CallInput } from '#shared/api/call.ts';
import { listOwnPasskeys } from './passkeys.ts';
import type { Services } from './services.ts';
import { readWalletState } from './wallet-state.ts';

/** The passkey of another membership makes it one with this one (S16); the number may be another afterwards. */
export async function uniteMemberships(
  services: Services,
  body: CallInput<'uniteMemberships'>['body'],
  commandId: string,
): Promise<Answer<WalletState>> {
  const wallet = await services.database.get('wallet');
  if (!wallet) return { refused: 'wallet_missing' };
  if (listOwnPasskeys(wallet).includes(body.credential.id)) return { refused: 'passkey_own' };
  const united = await services.client.command('uniteMemberships', { body }, { commandId });
  if (!('ok' in united)) return united;
  await services.database.put('wallet', { ...wallet, member: united.ok });
  return { ok: await readWalletState(services) };
}
