import { useState } from 'preact/hooks';
import type { Passkey } from '#shared/api/passkeys.ts';
import { Button } from '../ui/button.tsx';
import { Loading } from '../ui/loading.tsx';
import { Notice } from '../ui/notice.tsx';
import { useText } from '../ui/surroundings.tsx';
import { useAnswer } from '../ui/use-answer.ts';
import { AddPasskeyDialog } from './add-passkey-dialog.tsx';
import { KeepPasskeyDialog } from './keep-passkey-dialog.tsx';
import { PasskeyCard } from './passkey-card.tsx';
import { PlaceHead } from './place-head.tsx';
import { usePopup } from './popup-context.tsx';
import { RemovePasskeyDialog } from './remove-passkey-dialog.tsx';

type Asked = { act: 'add' } | { act: 'remove' | 'keep'; passkey: Passkey };

/** What an act came to, as it is told above the list. */
export interface PasskeyNews {
  title: string;
  means?: string;
}

/** The person's passkeys: each with when and where, one more, one less, and one that is kept after all. */
export function PasskeysScreen() {
  const { t } = useText();
  const { ports } = usePopup();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [news, setNews] = useState<PasskeyNews | null>(null);
  const loaded = useAnswer(() => ports.ask('listPasskeys', {}), []);
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
  const acting = { onClose: close, onDone: done };
  return (
    <div class="stack stack-wide">
      <PlaceHead title={t('popup.place.passkeys')} back="settings" />
      <p class="small quiet">{t('passkeys.what')}</p>
      {news ? (
        <Notice kind="done" title={news.title}>
          {news.means ? <p>{news.means}</p> : null}
        </Notice>
      ) : null}
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
      <Button kind="main" wide icon="key" onPress={() => ask({ act: 'add' })}>
        {t('passkeys.add')}
      </Button>
      <AddPasskeyDialog open={asked?.act === 'add'} {...acting} />
      <RemovePasskeyDialog passkey={asked?.act === 'remove' ? asked.passkey : null} {...acting} />
      <KeepPasskeyDialog passkey={asked?.act === 'keep' ? asked.passkey : null} {...acting} />
    </div>
  );
}
