import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { NumberText } from '../ui/number-text.tsx';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { useText } from '../ui/surroundings.tsx';
import { useAction } from '../ui/use-action.ts';
import { uniteByPasskey } from './by-passkey.ts';
import { PlaceHead } from './place-head.tsx';
import { usePopup } from './popup-context.tsx';
import { ServerAccessNote } from './server-access-note.tsx';

const POINTS = ['number', 'record', 'stays'] as const;

/** One number and one record for a person who joined twice (S16): proven by the passkey of the other membership. */
export function UniteScreen() {
  const { t } = useText();
  const { ports, wallet, putWallet } = usePopup();
  const action = useAction();
  const [done, setDone] = useState(false);
  const unite = async () => {
    const state = await action.run(() => uniteByPasskey(ports));
    if (!state) return;
    putWallet(state);
    setDone(true);
  };
  return (
    <div class="stack stack-wide">
      <PlaceHead title={t('popup.place.unite')} back="more" />
      <p>{t('unite.what')}</p>
      <ul class="points">
        {POINTS.map(point => (
          <li key={point}>{t(`unite.${point}`)}</li>
        ))}
      </ul>
      {done && wallet.member ? (
        <Notice kind="done" title={t('unite.done')}>
          <p>
            {t('unite.done_means')} <NumberText number={wallet.member.number} />
          </p>
        </Notice>
      ) : null}
      {done ? null : <p class="small quiet">{t('unite.how')}</p>}
      <ServerAccessNote access={ports.unlock.serverAccess} />
      {action.refused ? <RefusalNotice refused={action.refused} moneyless /> : null}
      {done ? null : (
        <Button kind="main" wide icon="key" busy={action.busy} onPress={unite}>
          {t('unite.act')}
        </Button>
      )}
    </div>
  );
}
