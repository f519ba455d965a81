import { browser } from '#extension/messages/browser.ts';
import type { Services } from './services.ts';
import { DEFAULT_AUTO_LOCK_MINUTES } from './wallet-state.ts';

export const AUTO_LOCK_ALARM = 'auto-lock';

/** Sets the wallet to lock itself after the minutes that its owner chose, counted from now. */
export async function postponeAutoLock({ database, keyring }: Services): Promise<void> {
  if (!(await keyring.isUnlocked())) return;
  const wallet = await database.get('wallet');
  const delayInMinutes = wallet?.autoLockMinutes ?? DEFAULT_AUTO_LOCK_MINUTES;
  await browser.alarms.create(AUTO_LOCK_ALARM, { delayInMinutes });
}

/** Locks: the root key leaves memory. */
export async function lockWallet({ keyring }: Services): Promise<void> {
  await keyring.lock();
  await browser.alarms.clear(AUTO_LOCK_ALARM);
}
