import type { PersonRecord } from '#shared/api/people.ts';
import type { ReadRecord, Vault, VaultStatus } from '../app/services.ts';
import { unite } from '../storage/unite.ts';
import { acknowledge } from './acknowledge.ts';
import { catchUp, checkPage } from './catch-up.ts';
import { eraseForGood } from './erase-for-good.ts';
import type { GuardPorts } from './guard-ports.ts';
import { findStanding, stage, takeSequence } from './heads.ts';
import type { SealedWrite } from './keeper.ts';
import { reconcileWrite } from './reconcile-write.ts';
import { holdVersion, versionOf } from './record-version.ts';
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
    putRecord: (personId, record) => putRecord(ports, personId, record),
    replaceRecord: (personId, record, replaces) => replaceRecord(ports, { personId, record, replaces }),
    getRecord: async personId => {
      const read = await readRecord(ports, personId);
      return read === 'unreachable' ? read : read.record;
    },
    readRecord: personId => readRecord(ports, personId),
    readVersion: async personId => versionOf(personId, await findStanding(ports.directory, personId)),
    holdRecord: (personId, version) => holdVersion(ports.directory, personId, version),
    eraseRecord: (personId, prepare) => eraseForGood(ports, personId, prepare),
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

async function putRecord(ports: GuardPorts, personId: string, record: PersonRecord) {
  const writeId = makeWriteId(ports);
  let least = 0;
  for (let tried = 0; tried < MOST_TRIES; tried += 1) {
    const put = await write(ports, { personId, record, writeId, least });
    if (typeof put === 'string') return put;
    least = put.newer;
  }
  return 'unreachable';
}

/**
 * From the comparison to the acknowledgement the person's row is held, in one transaction: whoever loses it with their
 * connection can acknowledge nothing. What the stores have and the directory does not know yet was not to be replaced.
 */
async function replaceRecord(
  ports: GuardPorts,
  { personId, record, replaces }: { personId: string; record: PersonRecord; replaces: string | null },
) {
  const writeId = makeWriteId(ports);
  return await unite(ports.directory, async directory => {
    if (!(await holdVersion(directory, personId, replaces))) return 'changed';
    const put = await write({ ...ports, directory }, { personId, record, writeId, least: 0 });
    return typeof put === 'string' ? put : 'changed';
  });
}

function makeWriteId({ random }: GuardPorts): string {
  return Buffer.from(random(16)).toString('hex');
}

/** At the next place above `least`; `newer` is the place of what two stores have already. */
async function write(
  ports: GuardPorts,
  given: { personId: string; record: PersonRecord; writeId: string; least: number },
): Promise<'written' | 'staged' | 'unreachable' | { newer: number }> {
  const { personId, record, writeId, least } = given;
  let publicKey = await ports.findPublicKey();
  for (let tried = 0; tried < MOST_TRIES && publicKey !== null; tried += 1) {
    const { sequence, known } = await takeSequence(ports.directory, personId, least);
    const sealed = await sealWrite(publicKey, { personId, sequence, writeId }, record);
    const kept = await ports.keeper.keep({ write: sealed, known });
    if (!('refused' in kept)) {
      await acknowledge(ports, personId, kept);
      return 'written';
    }
    if (kept.refused === 'unreachable') return await letWait(ports, sealed);
    if (kept.refused === 'superseded') return { newer: kept.head.stamp.sequence };
    publicKey = await ports.findPublicKey(true);
  }
  return 'unreachable';
}

async function letWait(ports: GuardPorts, write: SealedWrite): Promise<'staged'> {
  await stage(ports.directory, write, ports.clock());
  ports.log.warn('vault_write_staged', { personId: write.personId });
  return 'staged';
}

/** The newest record, or a refusal while a newer one waits or two stores cannot be asked. */
async function readRecord(ports: GuardPorts, personId: string): Promise<ReadRecord | 'unreachable'> {
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
  const shown = { ...known, head: isNews ? head : known.head };
  return { record: found.record, version: versionOf(personId, { known: shown, staged: null }) };
}
