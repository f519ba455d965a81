import type { Services } from '../app/services.ts';
import type { JobHandler } from '../storage/jobs/work-job.ts';
import { makeInboundJob } from './incoming/inbound-job.ts';
import { makeResolver } from './incoming/resolver.ts';
import { openSmtpDoor } from './incoming/smtp-door.ts';
import type { MailLinks } from './mail-links.ts';
import type { MailSettings } from './mail-settings.ts';
import { openComposer } from './outgoing/compose.ts';
import { makeMailJobs } from './outgoing/mail-jobs.ts';
import { openMailer } from './outgoing/mailer.ts';
import type { PostOffice } from './post-office.ts';

export interface OpenPostOffice {
  /** For the job worker. */
  jobHandlers: Record<string, JobHandler>;
  /** Where mail comes in; null where none is taken. */
  smtpPort: number | null;
  /** Takes no more mail; what is kept is worked on after the next start. */
  close(): Promise<void>;
}

/** Mail both ways. The caller runs `jobHandlers` in its job worker. */
export async function openPostOffice(
  services: Services,
  settings: MailSettings,
  links: MailLinks,
): Promise<OpenPostOffice> {
  const office: PostOffice = {
    ...{ services, settings, links },
    composer: openComposer(settings, services.settings.mailDomain),
    mailer: openMailer(services, settings),
    resolver: makeResolver(settings.dnsServer),
  };
  const door = settings.smtpPort === null ? null : await openSmtpDoor(office);
  return {
    jobHandlers: { ...makeMailJobs(office), ...makeInboundJob(office) },
    smtpPort: door?.port ?? null,
    async close() {
      await door?.close();
      office.mailer.close();
    },
  };
}
