import { acknowledge } from './acknowledge.ts';
import type { GuardPorts } from './guard-ports.ts';
import { findStanding, unstage } from './heads.ts';
import type { SealedWrite } from './keeper.ts';

/**
 * Moves a write that waits into the vault, once: the keeper knows it by its id, and nothing older than what is kept
 * gets in. False where it has to wait on.
 */
export async function reconcileWrite(ports: GuardPorts, write: SealedWrite): Promise<boolean> {
  const { personId, sequence } = write;
  const { known } = await findStanding(ports.directory, personId);
  const newest = Math.max(known.head?.stamp.sequence ?? 0, known.erasedThrough);
  if (newest < sequence) {
    const kept = await ports.keeper.keep({ write, known });
    if ('refused' in kept && kept.refused !== 'superseded') {
      if (kept.refused === 'unreadable') ports.log.error('vault_write_unreadable', { personId });
      return false;
    }
    await acknowledge(ports, personId, { missed: 0, ...kept });
  }
  await unstage(ports.directory, write);
  return true;
}
