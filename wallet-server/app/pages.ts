import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { registerOutboxPages } from '../mail/outbox/outbox-pages.ts';
import type { Services } from './services.ts';

const CONSOLE_FOLDER = fileURLToPath(new URL('../console/dist', import.meta.url));

/** Pages beside the API: the built console under `/console/`, to which the address alone leads, and the outbox while no relay takes the mail. */
export async function registerPages(
  app: FastifyInstance,
  services: Services,
  shown: { outbox: boolean },
): Promise<void> {
  app.get('/', (_request, reply) => reply.redirect('/console/'));
  if (shown.outbox) await registerOutboxPages(app, services);
  if (!existsSync(CONSOLE_FOLDER)) return;
  await app.register(fastifyStatic, { root: CONSOLE_FOLDER, prefix: '/console/', redirect: true });
}
