import type { ReadableMail } from '../messages/popup-map.ts';
import { Empty } from '../ui/empty.tsx';
import { Icon } from '../ui/icon.tsx';
import { Loading } from '../ui/loading.tsx';
import { OlderButton } from '../ui/older-button.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { useText } from '../ui/surroundings.tsx';
import { useAnswer } from '../ui/use-answer.ts';
import { usePages } from '../ui/use-pages.ts';
import { PlaceHead } from './place-head.tsx';
import { usePopup } from './popup-context.tsx';

/** How many the server gives at once. */
const PAGE = 20;

/** Mails that shops sent to the unique address, opened on this device. */
export function MailsScreen() {
  const { t } = useText();
  const { ports, wallet } = usePopup();
  const loaded = useAnswer(() => ports.ask('listMails', {}), []);
  const pages = usePages(loaded.value?.mails ?? null, PAGE, async before => {
    const listed = await ports.ask('listMails', { before });
    return 'ok' in listed ? { ok: listed.ok.mails } : listed;
  });
  return (
    <div class="stack">
      <PlaceHead title={t('popup.place.mails')} back="more" />
      <p class="small quiet">{t('mails.what')}</p>
      <Loading loaded={loaded} lines={6}>
        {({ mails }) =>
          mails.length === 0 ? (
            <Empty icon="mail" title={t('mails.empty')}>
              <p>{wallet.member?.uniqueAddress}</p>
            </Empty>
          ) : (
            <>
              <ul class="list">
                {pages.items.map(mail => (
                  <MailLine key={mail.id} mail={mail} />
                ))}
              </ul>
              <OlderButton pages={pages} />
            </>
          )
        }
      </Loading>
    </div>
  );
}

function MailLine({ mail }: { mail: ReadableMail }) {
  const { t } = useText();
  return (
    <li>
      <details>
        <summary class="list-line">
          <span class="stack stack-close">
            <strong>{mail.opened ? mail.subject || t('mails.no_subject') : t('mails.unopened')}</strong>
            <span class="small quiet">
              {mail.senderDomain} · <RelativeTime atMs={mail.receivedAtMs} />
            </span>
          </span>
          <Icon name="forward" />
        </summary>
        <p class="mail-text">{mail.opened ? mail.text : t('mails.unopened_why')}</p>
      </details>
    </li>
  );
}
