import { useMemo, useState } from 'preact/hooks';
import { Button } from '#extension/ui/button.tsx';
import { Dialog } from '#extension/ui/dialog.tsx';
import { Field } from '#extension/ui/field.tsx';
import { PasskeyList } from '#extension/ui/passkey-list.tsx';
import { RefusalNotice } from '#extension/ui/refusal-notice.tsx';
import { RelativeTime } from '#extension/ui/relative-time.tsx';
import { useText } from '#extension/ui/surroundings.tsx';
import { useAction } from '#extension/ui/use-action.ts';
import { useWrongFocus } from '#extension/ui/use-wrong-focus.ts';
import { useShop } from './console-context.tsx';
import { MailboxSection } from './mailbox.tsx';
import { makePasskeyPorts } from './passkey-acts.ts';
import { printPlace } from './place.ts';
import { SecretsPaper } from './secrets-paper.tsx';
import { isWebhookUrl } from './shop-entry.ts';
import { UniteMemberships } from './unite-memberships.tsx';

/** The shop as it is certified, where its messages go, and its key. */
export function ShopSettingsScreen() {
  const { t } = useText();
  const { seller } = useShop();
  return (
    <div class="stack stack-wide console-settings">
      <h1>{t('console.place.settings')}</h1>
      <dl class="facts">
        <dt>{t('certify.name')}</dt>
        <dd>{seller.name}</dd>
        <dt>{t('certify.host')}</dt>
        <dd class="mono">{seller.host}</dd>
        <dt>{t('shop_settings.certified')}</dt>
        <dd>
          <RelativeTime atMs={seller.certifiedAtMs} />
        </dd>
        <dt>{t('shop_settings.terms')}</dt>
        <dd>
          <a href={`#${printPlace({ name: 'terms' })}`}>{seller.termsVersion}</a>
        </dd>
      </dl>
      <WebhookForm />
      <KeyReplacement />
      <MailboxSection />
      <Passkeys />
      <UniteMemberships />
    </div>
  );
}

/** The person's own, as in the extension (S16): a seller may have none. */
function Passkeys() {
  const { t } = useText();
  const { ports } = useShop();
  const passkeyPorts = useMemo(() => makePasskeyPorts(ports), [ports]);
  return (
    <section class="stack">
      <h2>{t('popup.place.passkeys')}</h2>
      <PasskeyList ports={passkeyPorts} />
    </section>
  );
}

function WebhookForm() {
  const { t } = useText();
  const { call, ports, seller, putSeller } = useShop();
  const action = useAction();
  const [url, setUrl] = useState(seller.webhookUrl ?? '');
  const [tries, setTries] = useState(0);
  const form = useWrongFocus(tries);
  const [secret, setSecret] = useState<string | null>(null);
  const webhookUrl = url.trim() || null;
  const submit = async (event: Event) => {
    event.preventDefault();
    setTries(before => before + 1);
    if (!isWebhookUrl(webhookUrl)) return;
    const changed = await action.run(() => call('changeWebhook', { body: { webhookUrl } }));
    if (!changed) return;
    setSecret(changed.webhookSecret);
    putSeller(changed.seller);
  };
  if (secret) return <SecretsPaper ports={ports} webhookSecret={secret} onSeen={() => setSecret(null)} />;
  return (
    <form ref={form} class="stack" onSubmit={submit} noValidate>
      <Field
        label={t('certify.webhook')}
        hint={t('shop_settings.webhook_hint')}
        error={tries > 0 && !isWebhookUrl(webhookUrl) ? t('certify.webhook_wrong') : null}
        value={url}
        onChange={setUrl}
        input={{ type: 'url' }}
      />
      {action.refused ? <RefusalNotice refused={action.refused} /> : null}
      <div>
        <Button submit busy={action.busy}>
          {t('shop_settings.webhook_save')}
        </Button>
      </div>
    </form>
  );
}

function KeyReplacement() {
  const { t } = useText();
  const { call, ports } = useShop();
  const action = useAction();
  const [open, setOpen] = useState(false);
  const [apiKey, setApiKey] = useState<string | null>(null);
  const replace = async () => {
    const made = await action.run(() => call('replaceApiKey', { body: {} }));
    if (!made) return;
    setOpen(false);
    setApiKey(made.apiKey);
  };
  if (apiKey) return <SecretsPaper ports={ports} apiKey={apiKey} onSeen={() => setApiKey(null)} />;
  return (
    <section class="stack">
      <h2>{t('secret.api_key')}</h2>
      <div>
        <Button kind="danger" onPress={() => setOpen(true)}>
          {t('shop_settings.replace_key')}
        </Button>
      </div>
      <Dialog open={open} title={t('shop_settings.replace_key')} onClose={() => setOpen(false)}>
        <p>{t('shop_settings.replace_key_means')}</p>
        {action.refused ? <RefusalNotice refused={action.refused} /> : null}
        <div class="dialog-acts">
          <Button onPress={() => setOpen(false)}>{t('ui.back')}</Button>
          <Button kind="danger" busy={action.busy} onPress={replace}>
            {t('shop_settings.replace_key')}
          </Button>
        </div>
      </Dialog>
    </section>
  );
}
