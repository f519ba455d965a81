import helmet from '@fastify/helmet';
import fastify, { type FastifyInstance } from 'fastify';

/**
 * Puts helmet's headers on every answer. They depend on nothing but our origin, so helmet is asked once and not at each
 * call.
 */
export async function secureAnswers(app: FastifyInstance, origin: string): Promise<void> {
  const asked = fastify();
  await asked.register(helmet, makeHelmetOptions(origin));
  asked.get('/', (_request, reply) => reply.send(reply.getHeaders()));
  const headers = (await asked.inject('/')).json<Record<string, string>>();
  await asked.close();
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
}

/** Our pages run our own files only, are framed by nobody and tell nobody where a reader came from. */
function makeHelmetOptions(origin: string) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' as const },
    xFrameOptions: { action: 'deny' as const },
    strictTransportSecurity: origin.startsWith('https:') ? { maxAge: 31_536_000 } : (false as const),
  };
}
