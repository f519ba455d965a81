import type { WalletState } from '#extension/messages/wallet-messages.ts';
import { readLogStanding } from './log-alarm.ts';
import { findTypedHost } from './recognize-card.ts';
import type { Services } from './services.ts';
import { countWaiting } from './waiting.ts';

/** How the wallet on this device stands, from what is stored. */
export async function readWalletState(services: Services): Promise<WalletState> {
  const { database, keyring, session, area, serverOrigin } = services;
  const [wallet, record, unlocked, live, unlockBy, waitingCount, log, typedHost] = await Promise.all([
    database.get('wallet'),
    database.get('keyring'),
    keyring.isUnlocked(),
    session.state(),
    keyring.listOpeners(),
    countWaiting(area),
    readLogStanding(services),
    findTypedHost(services),
  ]);
  const standing = record === null ? 'sealed' : unlocked ? 'unlocked' : 'locked';
  return {
    wallet: wallet === null ? 'none' : standing,
    session: wallet === null ? 'none' : live,
    member: wallet?.member ?? null,
    unlockBy,
    waitingCount,
    typedHost,
    logAlarm: log.alarm,
    autoLockMinutes: wallet?.autoLockMinutes ?? DEFAULT_AUTO_LOCK_MINUTES,
    serverOrigin,
  };
}

export const DEFAULT_AUTO_LOCK_MINUTES = 30;
