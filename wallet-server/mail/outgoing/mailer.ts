import { createTransport } from 'nodemailer';
import { z } from 'zod';
import type { Services } from '../../app/services.ts';
import { groupCalls } from '../../storage/group-calls.ts';
import type { MailSettings } from '../mail-settings.ts';
import { keepInOutbox } from '../outbox/outbox-mails.ts';
import type { ComposedMail } from './compose.ts';

/** The way out: the embedded outbox or a relay. */
export interface Mailer {
  /** Throws where trying again later can help; refused where the relay will never take it. */
  deliver(mail: ComposedMail): Promise<{ refused: 'relay_refused' } | undefined>;
  close(): void;
}

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
    const deliver = groupCalls(async (mails: readonly ComposedMail[]) => {
      await keepInOutbox(services, mails);
      return mails.map(() => undefined);
    });
    return { deliver, close: () => undefined };
  }
  return openRelay(settings.relayUrl);
}

function openRelay(relayUrl: string): Mailer {
  const relay = createTransport(relayUrl);
  return {
    close: () => relay.close(),
    async deliver({ envelope, raw }) {
      try {
        await relay.sendMail({ envelope, raw });
        return undefined;
      } catch (fault) {
        const { responseCode, code } = RelayFault.catch({}).parse(fault);
        if (responseCode !== undefined && responseCode >= 500) return { refused: 'relay_refused' };
        throw new RelayError(responseCode?.toString() ?? code ?? 'fault');
      }
    },
  };
}
