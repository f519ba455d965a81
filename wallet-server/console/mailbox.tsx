import { useState } from 'preact/hooks';
import { Button } from '#extension/ui/button.tsx';
import { Dialog } from '#extension/ui/dialog.tsx';
import { Loading } from '#extension/ui/loading.tsx';
import { Notice } from '#extension/ui/notice.tsx';
import { useText } from '#extension/ui/surroundings.tsx';
import { useShop } from './console-context.tsx';
import { MailboxForm } from './mailbox-form.tsx';
import { printPlace } from './place.ts';

/** Who gave no mailbox is told of nothing beside this page: said where it matters, with the way to give one. */
export function MailboxNotice() {
  const { t } = useText();
  const { value } = useShop().mailbox;
  if (!value || value.mailbox !== null) return null;
  return (
    <Notice kind="held" title={t('mailbox.none')}>
      <p>{t('mailbox.none_means')}</p>
      <p>
        <a href={`#${printPlace({ name: 'settings' })}`}>{t('mailbox.give')}</a>
      </p>
    </Notice>
  );
}

/** Where the seller is written to; another mailbox is proven by a code and signed by passkey. */
export function MailboxSection() {
  const { t } = useText();
  const { mailbox: loaded } = useShop();
  const [open, setOpen] = useState(false);
  const [named, setNamed] = useState<string | null>(null);
  const done = (mailbox: string) => {
    setOpen(false);
    setNamed(mailbox);
    loaded.reload();
  };
  return (
    <section class="stack" aria-labelledby="mailbox">
      <h2 id="mailbox">{t('mailbox.title')}</h2>
      <Loading loaded={loaded} lines={2}>
        {({ mailbox: kept }) => {
          const mailbox = named ?? kept;
          return (
            <>
              {mailbox === null ? (
                <p>{t('mailbox.none_means')}</p>
              ) : (
                <p class="mono console-mailbox">{mailbox}</p>
              )}
              {named ? <Notice kind="done" title={t('mailbox.done')} /> : null}
              <div>
                <Button onPress={() => setOpen(true)}>
                  {t(mailbox === null ? 'mailbox.give' : 'mailbox.change')}
                </Button>
              </div>
              <Dialog
                open={open}
                title={t(mailbox === null ? 'mailbox.give' : 'mailbox.change')}
                onClose={() => setOpen(false)}
              >
                <MailboxForm onClose={() => setOpen(false)} onDone={done} />
              </Dialog>
            </>
          );
        }}
      </Loading>
    </section>
  );
}
