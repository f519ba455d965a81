import { encodeBase64 } from '#shared/log/base64.ts';
import { formatNoteKey } from '#shared/log/note.ts';
import { hashRows, planConsistencyProof, planInclusionProof } from '#shared/log/tree-node.ts';
import type { Handlers } from '../app/handler.ts';
import type { Queryable } from '../storage/sql.ts';
import { addCosignature } from './add-cosignature.ts';
import { listReceipts } from './list-receipts.ts';
import { LOG_PREFIX, makeLogSigner } from './log-signer.ts';
import { makeNodeReader } from './read-nodes.ts';

async function readSize(sql: Queryable): Promise<number> {
  const [head] = await sql<{ size: bigint }[]>`select size from log_head where id = 1`;
  return Number(head?.size ?? 0n);
}

export const LOG_HANDLERS: Handlers<
  'getLog' | 'proveInclusion' | 'proveConsistency' | 'addCosignature' | 'listLogReceipts'
> = {
  getLog: async ({ settings }) => ({
    ok: {
      prefix: LOG_PREFIX,
      key: formatNoteKey(makeLogSigner(settings).key),
      witnessKeys: settings.logWitnesses.map(({ key }) => formatNoteKey(key)),
    },
  }),

  proveInclusion: async ({ directory }, { query: { leafIndex, size } }) => {
    if (leafIndex >= size || size > (await readSize(directory))) return { refused: 'not_found' };
    const proof = await hashRows(planInclusionProof(leafIndex, size), makeNodeReader(directory, size));
    return { ok: { proof: proof.map(encodeBase64) } };
  },

  proveConsistency: async ({ directory }, { query: { from, to } }) => {
    if (from > to || to > (await readSize(directory))) return { refused: 'not_found' };
    const proof = await hashRows(planConsistencyProof(from, to), makeNodeReader(directory, to));
    return { ok: { proof: proof.map(encodeBase64) } };
  },

  addCosignature: async (services, { body }) => await addCosignature(services, body),

  listLogReceipts: async ({ directory }, { party, query }) => ({
    ok: { receipts: await listReceipts(directory, party.personId, query) },
  }),
};
