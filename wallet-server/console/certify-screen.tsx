import { useState } from 'preact/hooks';
import { Button } from '#extension/ui/button.tsx';
import { Field } from '#extension/ui/field.tsx';
import { Loading } from '#extension/ui/loading.tsx';
import { RefusalNotice } from '#extension/ui/refusal-notice.tsx';
import { useText } from '#extension/ui/surroundings.tsx';
import { useAction } from '#extension/ui/use-action.ts';
import { useAnswer } from '#extension/ui/use-answer.ts';
import { Host } from '#shared/api/fields.ts';
import type { Seller } from '#shared/api/sellers.ts';
import { certify } from './certify.ts';
import type { ConsolePorts } from './console-ports.ts';
import { SecretsPaper } from './secrets-paper.tsx';

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
  const { t } = useText();
  const { ports } = props;
  const [certified, setCertified] = useState<Certified | null>(null);
  const terms = useAnswer(() => ports.call('getTerms', {}), []);
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
          {({ version, text }) => (
            <>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by keyboard */}
              <section class="sheet console-terms" tabIndex={0} aria-label={t('certify.terms', { version })}>
                {text}
              </section>
              <CertifyForm {...props} termsVersion={version} onDone={setCertified} />
            </>
          )}
        </Loading>
      )}
    </main>
  );
}

function CertifyForm(
  props: CertifyScreenProps & { termsVersion: string; onDone: (certified: Certified) => void },
) {
  const { t } = useText();
  const action = useAction();
  const [name, setName] = useState('');
  const [host, setHost] = useState('');
  const [webhookUrl, setWebhookUrl] = useState('');
  const [asked, setAsked] = useState(false);
  const hostGood = Host.safeParse(host.trim().toLowerCase()).success;
  const submit = async (event: Event) => {
    event.preventDefault();
    setAsked(true);
    if (!hostGood || name.trim() === '') return;
    const shop = {
      ...{ name: name.trim(), host: host.trim().toLowerCase(), termsVersion: props.termsVersion },
      webhookUrl: webhookUrl.trim() || null,
    };
    const certified = await action.run(() => certify(props.ports, shop));
    if (certified) props.onDone(certified);
  };
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <Field
        label={t('certify.name')}
        value={name}
        onChange={setName}
        error={asked && name.trim() === '' ? t('data.wrong') : null}
        input={{ maxLength: 80 }}
      />
      <Field
        label={t('certify.host')}
        hint={t('certify.host_hint')}
        value={host}
        onChange={setHost}
        error={asked && !hostGood ? t('data.wrong') : null}
      />
      <Field
        label={t('certify.webhook')}
        hint={t('certify.webhook_hint')}
        value={webhookUrl}
        onChange={setWebhookUrl}
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
