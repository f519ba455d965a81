import type { PersonRecord } from '#shared/api/people.ts';
import type { Vault, VaultStatus } from '../app/services.ts';
import { acknowledge } from './acknowledge.ts';
import { catchUp, checkPage } from './catch-up.ts';
import { eraseForGood } from './erase-for-good.ts';
import type { GuardPorts } from './guard-ports.ts';
import { findStanding, stage, takeSequence } from './heads.ts';
import type { SealedWrite } from './keeper.ts';
import { reconcileWrite } from './reconcile-write.ts';
import { sealWrite } from './seal-write.ts';
import { compareStamps } from './stamp.ts';

const MOST_TRIES = 5;
const ENOUGH_STORES = 2;
const NONE_THERE: VaultStatus = { stores: { first: false, second: false, files: false } };

/**
 * The `Vault` port: the directory's part of it. It gives each write its place, lets it wait where the keeper cannot
 * take it (S9), and lets nothing through that is older than what was acknowledged, or was erased.
 */
export function guardVault(ports: GuardPorts): Vault {
  const readStatus = async () => {
    const status = await ports.keeper.describe({});
    return 'refused' in status ? NONE_THERE : { stores: status.stores };
  };
  return {
    putRecord: (personId, realData) => putRecord(ports, personId, realData),
    getRecord: personId => getRecord(ports, personId),
    eraseRecord: personId => eraseForGood(ports, personId),
    isReachable: async () => {
      const { stores } = await readStatus();
      return Object.values(stores).filter(there => there).length >= ENOUGH_STORES;
    },
    readStatus,
    catchUp: () => catchUp(ports),
    checkPage: after => checkPage(ports, after),
    close: () => ports.close(),
    within: directory =>
      guardVault({ ...ports, directory, findStanding: personId => findStanding(directory, personId) }),
  };
}

async function putRecord(
  ports: GuardPorts,
  personId: string,
  realData: PersonRecord,
): Promise<'written' | 'staged' | 'unreachable'> {
  const writeId = Buffer.from(ports.random(16)).toString('hex');
  let publicKey = await ports.findPublicKey();
  let least = 0;
  for (let tried = 0; tried < MOST_TRIES && publicKey !== null; tried += 1) {
    const { sequence, known } = await takeSequence(ports.directory, personId, least);
    const write = await sealWrite(publicKey, { personId, sequence, writeId }, realData);
    const kept = await ports.keeper.keep({ write, known });
    if (!('refused' in kept)) {
      await acknowledge(ports, personId, kept);
      return 'written';
    }
    if (kept.refused === 'unreachable') return await letWait(ports, write);
    if (kept.refused === 'superseded') least = kept.head.stamp.sequence;
    else publicKey = await ports.findPublicKey(true);
  }
  return 'unreachable';
}

async function letWait(ports: GuardPorts, write: SealedWrite): Promise<'staged'> {
  await stage(ports.directory, write, ports.clock());
  ports.log.warn('vault_write_staged', { personId: write.personId });
  return 'staged';
}

/** The newest record, or a refusal while a newer one waits or two stores cannot be asked. */
async function getRecord(ports: GuardPorts, personId: string): Promise<PersonRecord | null | 'unreachable'> {
  const find = ports.findStanding ?? (id => findStanding(ports.directory, id));
  const waiting = await find(personId);
  if (waiting.staged && !(await reconcileWrite(ports, waiting.staged))) return 'unreachable';
  const { known, staged } = waiting.staged ? await find(personId) : waiting;
  if (staged) return 'unreachable';
  const found = await ports.keeper.find({ personId, known });
  if ('refused' in found) {
    if (found.refused === 'lost') ports.log.error('vault_record_lost', { personId });
    return 'unreachable';
  }
  const { head, missed } = found;
  const isNews = head && (!known.head || compareStamps(known.head.stamp, head.stamp) < 0);
  if (isNews) await acknowledge(ports, personId, { head, missed });
  return found.record;
}
