import type { FastifyInstance } from 'fastify';
import { RefusedCall } from './problem.ts';
import { holdsUnwritable } from './unwritable.ts';

/**
 * Bodies are JSON in UTF-8 (RFC 8259, I-JSON RFC 7493) and nothing else. What was said stays beside what it means, for
 * signatures over the bytes.
 */
export function readJsonBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const text = decodeUtf8(body as Buffer);
    if (text === null) return done(new RefusedCall('input_invalid'), undefined);
    request.rawBody = text;
    if (text === '') return done(null, undefined);
    return parse(request, text, (fault, value) => {
      if (fault) return done(fault, undefined);
      if (MAY_BE_UNWRITABLE.test(text) && holdsUnwritable(value))
        return done(new RefusedCall('input_invalid'), undefined);
      return done(null, value);
    });
  });
}

/** Only an escape brings such characters through a JSON parser, so that other bodies need not be walked. */
const MAY_BE_UNWRITABLE = /\\u(?:0000|[dD][89a-fA-F])/;

/** Making one takes longer than a body does; it keeps nothing between bodies. */
const UTF_8 = new TextDecoder('utf-8', { fatal: true });

function decodeUtf8(body: Buffer): string | null {
  try {
    return UTF_8.decode(body);
  } catch {
    return null;
  }
}
