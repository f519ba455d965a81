import type { Services } from '../app/services.ts';
import type { Resolver } from './incoming/resolver.ts';
import type { MailLinks } from './mail-links.ts';
import type { MailSettings } from './mail-settings.ts';
import type { Composer } from './outgoing/compose.ts';
import type { Mailer } from './outgoing/mailer.ts';

/** Everything that the work of mail needs, made once at start. */
export interface PostOffice {
  services: Services;
  settings: MailSettings;
  links: MailLinks;
  composer: Composer;
  mailer: Mailer;
  resolver: Resolver;
}
