import { useState } from 'preact/hooks';
import { Button } from '#extension/ui/button.tsx';
import { Notice } from '#extension/ui/notice.tsx';
import { useText } from '#extension/ui/surroundings.tsx';
import type { ConsolePorts } from './console-ports.ts';

interface SecretsPaperProps {
  ports: ConsolePorts;
  apiKey?: string;
  webhookSecret?: string;
  onSeen: () => void;
}

/** Secrets that are shown this once, each with a button that copies it. */
export function SecretsPaper({ ports, apiKey, webhookSecret, onSeen }: SecretsPaperProps) {
  const { t } = useText();
  return (
    <section class="stack">
      <Notice kind="held" title={t('secret.once')}>
        <p>{t('secret.once_why')}</p>
      </Notice>
      {apiKey ? <Secret ports={ports} name={t('secret.api_key')} value={apiKey} /> : null}
      {webhookSecret ? (
        <Secret ports={ports} name={t('secret.webhook_secret')} value={webhookSecret} />
      ) : null}
      <Button kind="main" wide onPress={onSeen}>
        {t('secret.seen')}
      </Button>
    </section>
  );
}

function Secret({ ports, name, value }: { ports: ConsolePorts; name: string; value: string }) {
  const { t } = useText();
  const [copied, setCopied] = useState(false);
  const copy = () =>
    ports.copy(value).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div class="stack stack-close">
      <span class="field-label">{name}</span>
      <div class="console-secret">
        <code>{value}</code>
        <Button icon={copied ? 'check' : 'copy'} onPress={copy}>
          <span aria-live="polite">{t(copied ? 'secret.copied' : 'secret.copy')}</span>
        </Button>
      </div>
    </div>
  );
}
