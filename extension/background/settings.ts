import type { Answer } from '#extension/messages/refusal.ts';
import type { WalletState } from '#extension/messages/wallet-messages.ts';
import type { CallInput } from '#shared/api/call.ts';
import { lockWallet, postponeAutoLock } from './auto-lock.ts';
import type { Services } from './services.ts';
import { readWalletState } from './wallet-state.ts';

/** Language and code limits: kept by the server, remembered here. */
export async function changeSettings(
  services: Services,
  body: CallInput<'changeSettings'>['body'],
  commandId: string,
): Promise<Answer<WalletState>> {
  const changed = await services.client.command('changeSettings', { body }, { commandId });
  if (!('ok' in changed)) return changed;
  const wallet = await services.database.get('wallet');
  if (wallet) await services.database.put('wallet', { ...wallet, member: changed.ok });
  return { ok: await readWalletState(services) };
}

/** The member as the server knows them now, remembered here: the number rotates (S11). */
export async function refreshMember(services: Services): Promise<Answer<WalletState>> {
  const known = await services.client.ask('getMember', {});
  if (!('ok' in known)) return known;
  const wallet = await services.database.get('wallet');
  if (wallet) await services.database.put('wallet', { ...wallet, member: known.ok });
  return { ok: await readWalletState(services) };
}

/** After how many minutes without use the wallet locks itself. */
export async function changeAutoLock(
  services: Services,
  autoLockMinutes: number,
): Promise<Answer<WalletState>> {
  const wallet = await services.database.get('wallet');
  if (!wallet) return { refused: 'wallet_missing' };
  await services.database.put('wallet', { ...wallet, autoLockMinutes });
  await postponeAutoLock(services);
  return { ok: await readWalletState(services) };
}

/** Ends the session and forgets everything on this device; without a network the session ends by time. */
export async function signOut(services: Services): Promise<Answer<Record<string, never>>> {
  await services.client.ask('signOut', {});
  await lockWallet(services);
  await services.database.wipe();
  await services.area.clear();
  return { ok: {} };
}
