import type { FastifyInstance, FastifyReply } from 'fastify';
import { encodeBundle } from '#shared/log/entry-bundle.ts';
import { parseTilePath } from '#shared/log/tile-path.ts';
import { sendRefusal } from '../app/answer-fault.ts';
import type { Services } from '../app/services.ts';
import { findServedCheckpoint } from './checkpoints.ts';
import { LOG_PREFIX } from './log-signer.ts';
import { readEntries, readTile } from './tiles.ts';

/** The log as C2SP tlog-tiles lays it out, for anyone: checkpoint, tiles, entry bundles. */
export function registerLogPages(
  app: FastifyInstance,
  { directory, settings, clock }: Pick<Services, 'directory' | 'settings' | 'clock'>,
): void {
  app.get(`${LOG_PREFIX}/checkpoint`, async (_request, reply) => {
    const checkpoint = await findServedCheckpoint(directory, { quorum: settings.logQuorum, nowMs: clock() });
    if (!checkpoint) return sendRefusal(reply, 'not_ready');
    return openToAll(reply)
      .header('cache-control', 'no-cache')
      .type('text/plain; charset=utf-8')
      .send(checkpoint.note);
  });
  app.get<{ Params: { '*': string } }>(`${LOG_PREFIX}/tile/*`, async (request, reply) => {
    const asked = parseTilePath(request.params['*']);
    if (!asked) return sendRefusal(reply, 'not_found');
    const bytes =
      asked.level === 'entries' ? await readBundle(directory, asked) : await readTile(directory, asked);
    if (!bytes) return sendRefusal(reply, 'not_found');
    return openToAll(reply)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .type('application/octet-stream')
      .send(Buffer.from(bytes));
  });
}

async function readBundle(sql: Services['directory'], bundle: { index: number; width: number }) {
  const entries = await readEntries(sql, bundle);
  return entries && encodeBundle(entries);
}

/** Any page may read the log and check it. */
function openToAll(reply: FastifyReply): FastifyReply {
  return reply
    .header('access-control-allow-origin', '*')
    .header('cross-origin-resource-policy', 'cross-origin');
}
