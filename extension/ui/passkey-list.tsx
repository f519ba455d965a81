import { useState } from 'preact/hooks';
import type { Passkey } from '#shared/api/passkeys.ts';
import { AddPasskeyDialog } from './add-passkey-dialog.tsx';
import { Button } from './button.tsx';
import { KeepPasskeyDialog } from './keep-passkey-dialog.tsx';
import { Loading } from './loading.tsx';
import { Notice } from './notice.tsx';
import { PasskeyCard } from './passkey-card.tsx';
import type { PasskeyNews, PasskeyPorts } from './passkey-ports.ts';
import { RemovePasskeyDialog } from './remove-passkey-dialog.tsx';
import { useText } from './surroundings.tsx';
import { useAnswer } from './use-answer.ts';

type Asked = { act: 'add' } | { act: 'remove' | 'keep'; passkey: Passkey };

/** A person's passkeys: each with when and where, one more, one less, and one that is kept after all. */
export function PasskeyList({ ports }: { ports: PasskeyPorts }) {
  const { t } = useText();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [news, setNews] = useState<PasskeyNews | null>(null);
  const loaded = useAnswer(ports.list, []);
  const ask = (next: Asked) => {
    setNews(null);
    setAsked(next);
  };
  const close = () => setAsked(null);
  const done = (told: PasskeyNews) => {
    close();
    setNews(told);
    loaded.reload();
  };
  const acting = { ports, onClose: close, onDone: done };
  return (
    <>
      <p class="small quiet">{t('passkeys.what')}</p>
      {news ? (
        <Notice kind="done" title={news.title}>
          {news.means ? <p>{news.means}</p> : null}
        </Notice>
      ) : null}
      <Button kind="main" wide icon="key" onPress={() => ask({ act: 'add' })}>
        {t('passkeys.add')}
      </Button>
      <Loading loaded={loaded} lines={6}>
        {({ passkeys }) => (
          <ul class="stack">
            {passkeys.map(passkey => (
              <PasskeyCard
                key={passkey.credentialId}
                passkey={passkey}
                alone={passkeys.filter(({ restsUntilMs }) => restsUntilMs === null).length < 2}
                onAct={act => ask({ act, passkey })}
              />
            ))}
          </ul>
        )}
      </Loading>
      <AddPasskeyDialog open={asked?.act === 'add'} {...acting} />
      <RemovePasskeyDialog passkey={asked?.act === 'remove' ? asked.passkey : null} {...acting} />
      <KeepPasskeyDialog passkey={asked?.act === 'keep' ? asked.passkey : null} {...acting} />
    </>
  );
}
