import type { LogAlarmKind } from '#extension/messages/log-standing.ts';
import type { WalletClient } from '#extension/wallet-client/wallet-client.ts';
import type { CallResult } from '#shared/api/call.ts';
import { decodeBase64 } from '#shared/log/base64.ts';
import type { Checkpoint } from '#shared/log/checkpoint.ts';
import { hashEntry } from '#shared/log/merkle-hash.ts';
import { hashSaltedEntry } from '#shared/log/salted-entry.ts';
import { hashRows, planInclusionProof, type ReadNodes } from '#shared/log/tree-node.ts';
import { verifyInclusion } from '#shared/log/verify-proof.ts';

type Receipt = CallResult<'listLogReceipts'>['receipts'][number];
type Ask = WalletClient['ask'];

const AT_ONCE = 200;

/** How an entry about its owner is remembered: a disclosure by its time, since nobody is told its id. */
function nameEntry({ kind, subjectId, detail, atMs }: Receipt['entry']): string {
  return kind === 'disclosed' ? `${atMs} ${detail}` : `${subjectId} ${detail}`;
}

/** The owner's entries from a place on, each found in the signed tree; null where the server gave no answer. */
export async function findOwnEntries(
  ask: Ask,
  { from, now }: { from: number; now: Checkpoint },
  read: ReadNodes,
): Promise<{ own: string[] } | { alarm: LogAlarmKind } | null> {
  const own: string[] = [];
  for (let next = from; next < now.size; ) {
    const listed = await ask('listLogReceipts', { query: { from: next, limit: AT_ONCE } });
    if ('refused' in listed) return null;
    const receipts = listed.ok.receipts.filter(({ leafIndex }) => leafIndex >= next && leafIndex < now.size);
    const right = await Promise.all(receipts.map(receipt => isInTree(receipt, now, read)));
    if (!right.every(Boolean)) return { alarm: 'entry_changed' };
    own.push(...receipts.map(({ entry }) => nameEntry(entry)));
    const last = receipts.at(-1);
    if (!last || listed.ok.receipts.length < AT_ONCE) break;
    next = last.leafIndex + 1;
  }
  return { own };
}

async function isInTree(
  { leafIndex, salt, entry }: Receipt,
  { size, root }: Checkpoint,
  read: ReadNodes,
): Promise<boolean> {
  const leafHash = hashEntry(hashSaltedEntry(decodeBase64(salt) ?? new Uint8Array(), entry));
  const proof = await hashRows(planInclusionProof(leafIndex, size), read);
  return verifyInclusion({ index: leafIndex, size, leafHash, proof }, root);
}

/** An entry may come this much later than what it is about. */
const GRACE_MS = 3_600_000;

/** Whether all that the owner is shown elsewhere, and is old enough, has an entry; null where the server gave no answer. */
export async function findMissing(ask: Ask, own: readonly string[], nowMs: number): Promise<boolean | null> {
  const [purchases, disclosures] = await Promise.all([
    ask('listPurchases', { query: { limit: 100 } }),
    ask('listDisclosures', {}),
  ]);
  if ('refused' in purchases || 'refused' in disclosures) return null;
  const known = new Set(own);
  const isOld = (atMs: number | undefined) => atMs !== undefined && atMs < nowMs - GRACE_MS;
  const confirmed = purchases.ok.purchases
    .filter(({ enteredAtMs }) => isOld(enteredAtMs.identity_confirmed))
    .map(({ id }) => `${id} identity_confirmed`);
  const disclosed = disclosures.ok.disclosures
    .filter(({ atMs }) => isOld(atMs))
    .map(({ atMs, granted, field }) => `${atMs} ${granted ? 'granted' : 'refused'} ${field}`);
  return [...confirmed, ...disclosed].some(name => !known.has(name));
}
