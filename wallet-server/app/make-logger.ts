import { pino } from 'pino';
import type { Logger } from './services.ts';

/** One JSON line per event on standard output; what may stand in it is said at `Logger`. */
export function makeLogger(level: string): Logger {
  const out = pino({ level, base: null, messageKey: 'event' });
  return {
    info: (event, fields = {}) => out.info(fields, event),
    warn: (event, fields = {}) => out.warn(fields, event),
    error: (event, fields = {}) => out.error(fields, event),
  };
}
