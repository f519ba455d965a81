import { useState } from 'preact/hooks';
import { Button } from '#extension/ui/button.tsx';
import { Field } from '#extension/ui/field.tsx';
import { Loading } from '#extension/ui/loading.tsx';
import { RefusalNotice } from '#extension/ui/refusal-notice.tsx';
import { useText } from '#extension/ui/surroundings.tsx';
import { useAction } from '#extension/ui/use-action.ts';
import { useAnswer } from '#extension/ui/use-answer.ts';
import { useWrongFocus } from '#extension/ui/use-wrong-focus.ts';
import type { CallResult } from '#shared/api/call.ts';
import type { Seller } from '#shared/api/sellers.ts';
import { certify } from './certify.ts';
import type { ConsolePorts } from './console-ports.ts';
import { SecretsPaper } from './secrets-paper.tsx';
import { readShopEntry } from './shop-entry.ts';

interface CertifyScreenProps {
  ports: ConsolePorts;
  onCertified: (seller: Seller) => void;
  onCancel: (() => void) | null;
  onLeave: () => void;
}

interface Certified {
  seller: Seller;
  apiKey: string;
  webhookSecret: string;
}

/** Read the terms, name the shop, sign by passkey (S26); key and secret are shown once. */
export function CertifyScreen(props: CertifyScreenProps) {
  const { t, locale } = useText();
  const { ports } = props;
  const [certified, setCertified] = useState<Certified | null>(null);
  const terms = useAnswer(() => ports.call('getTerms', { query: { locale } }), [locale]);
  return (
    <main class="console-alone console-wide stack stack-wide">
      <h1>{t('certify.title')}</h1>
      {certified ? (
        <SecretsPaper
          ports={ports}
          apiKey={certified.apiKey}
          webhookSecret={certified.webhookSecret}
          onSeen={() => props.onCertified(certified.seller)}
        />
      ) : (
        <Loading loaded={terms} lines={12}>
          {read => (
            <>
              <section
                class="sheet console-terms"
                // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by keyboard
                tabIndex={0}
                aria-label={t('certify.terms', { version: read.version })}
              >
                {read.text}
              </section>
              <CertifyForm {...props} terms={read} onDone={setCertified} />
            </>
          )}
        </Loading>
      )}
    </main>
  );
}

function CertifyForm(
  props: CertifyScreenProps & {
    terms: CallResult<'getTerms'>;
    onDone: (certified: Certified) => void;
  },
) {
  const { t } = useText();
  const action = useAction();
  const [name, setName] = useState('');
  const [host, setHost] = useState('');
  const [webhookUrl, setWebhookUrl] = useState('');
  const [tries, setTries] = useState(0);
  const form = useWrongFocus(tries);
  const read = readShopEntry({ name, host, webhookUrl });
  const problems = tries > 0 && 'problems' in read ? read.problems : {};
  const submit = async (event: Event) => {
    event.preventDefault();
    setTries(before => before + 1);
    if ('problems' in read) return;
    const shop = { ...read.shop, terms: props.terms };
    setHost(shop.host);
    const certified = await action.run(() => certify(props.ports, shop));
    if (certified) props.onDone(certified);
  };
  return (
    <form ref={form} class="stack" onSubmit={submit} noValidate>
      <Field
        label={t('certify.name')}
        value={name}
        onChange={setName}
        error={problems.name ? t('data.missing') : null}
        input={{ maxLength: 80 }}
      />
      <Field
        label={t('certify.host')}
        hint={t('certify.host_hint')}
        value={host}
        onChange={setHost}
        error={problems.host ? t(problems.host === 'missing' ? 'data.missing' : 'certify.host_wrong') : null}
      />
      <Field
        label={t('certify.webhook')}
        hint={t('certify.webhook_hint')}
        value={webhookUrl}
        onChange={setWebhookUrl}
        error={problems.webhookUrl ? t('certify.webhook_wrong') : null}
        input={{ type: 'url' }}
      />
      {action.refused ? <RefusalNotice refused={action.refused} /> : null}
      <Button submit kind="main" large wide icon="key" busy={action.busy}>
        {t('certify.sign')}
      </Button>
      <div class="row row-apart">
        {props.onCancel ? <Button onPress={props.onCancel}>{t('ui.back')}</Button> : <span />}
        <Button kind="quiet" onPress={props.onLeave}>
          {t('settings.sign_out')}
        </Button>
      </div>
    </form>
  );
}
