import { createTransport } from 'nodemailer';
import { z } from 'zod';
import type { Services } from '../../app/services.ts';
import { groupCalls } from '../../storage/group-calls.ts';
import type { MailSettings } from '../mail-settings.ts';
import { keepInOutbox } from '../outbox/outbox-mails.ts';
import type { ComposedMail } from './compose.ts';
import { limitMailer } from './limit-mailer.ts';

/** The way out: the embedded outbox or a relay. */
export interface Mailer {
  /** Throws where trying again later can help; refused where the relay will never take it. */
  deliver(mail: ComposedMail): Promise<{ refused: 'relay_refused' } | undefined>;
  close(): void;
}

/** RFC 4954, section 6: authentication is required. */
const NOT_SIGNED_IN = 530;

const RelayFault = z.looseObject({ responseCode: z.number().optional(), code: z.string().optional() });

/** A fault of the relay without its words: they name mailboxes. */
class RelayError extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`the relay did not take a mail (${code})`);
    this.name = 'RelayError';
    this.code = code;
  }
}

export function openMailer(services: Services, settings: MailSettings): Mailer {
  if (settings.relayUrl === null) {
    const keep = async (mails: readonly ComposedMail[]) => {
      await keepInOutbox(services, mails);
      return mails.map(() => undefined);
    };
    const deliver = groupCalls(keep);
    return { deliver, close: () => undefined };
  }
  return limitMailer(services, openRelay(settings.relayUrl), settings.mailsPerHour);
}

/** Letters of a moment share connections, which stay open for the next ones. */
const POOL = { pool: true, maxConnections: 16, maxMessages: 1000 } as const;
/** A relay that is silent for longer did not take the letter; its job is tried again. */
const SILENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 40_000 };
/** Within the lease of its job (60 s), after which another process may send the same letter. */
const DELIVERED_WITHIN_MS = 45_000;

/** Whether the relay will never take this mail; a password that it does not take says nothing of the mail. */
function isAboutMail(code: string | undefined, responseCode: number | undefined): boolean {
  const isOfMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  return isOfMail && responseCode !== undefined && responseCode >= 500 && responseCode !== NOT_SIGNED_IN;
}

function openRelay(relayUrl: string): Mailer {
  const relay = createTransport({ url: relayUrl, ...POOL, ...SILENCE });
  return {
    close: () => relay.close(),
    async deliver({ envelope, raw }) {
      try {
        await relay.sendMail({ envelope, raw, signal: AbortSignal.timeout(DELIVERED_WITHIN_MS) });
        return undefined;
      } catch (fault) {
        const { responseCode, code } = RelayFault.catch({}).parse(fault);
        if (isAboutMail(code, responseCode)) return { refused: 'relay_refused' };
        throw new RelayError(responseCode?.toString() ?? code ?? 'fault');
      }
    },
  };
}
