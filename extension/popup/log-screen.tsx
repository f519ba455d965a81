import { useState } from 'preact/hooks';
import type { LogStanding } from '../messages/log-standing.ts';
import { Button } from '../ui/button.tsx';
import { Loading } from '../ui/loading.tsx';
import { Notice } from '../ui/notice.tsx';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { useText } from '../ui/surroundings.tsx';
import { useAction } from '../ui/use-action.ts';
import { useAnswer } from '../ui/use-answer.ts';
import { LogAlarmText, saveProof } from './log-alarm-notice.tsx';
import { PlaceHead } from './place-head.tsx';
import { usePopup } from './popup-context.tsx';

/** The public log: what it is, how it stood, and looking again. */
export function LogScreen() {
  const { t } = useText();
  const { ports, wallet, putWallet } = usePopup();
  const action = useAction();
  const [checked, setChecked] = useState<LogStanding | null>(null);
  const loaded = useAnswer(() => ports.ask('getLogStanding', {}), []);
  const check = async () => {
    const standing = await action.run(() => ports.ask('checkLog', {}));
    if (!standing) return;
    setChecked(standing);
    const state = await ports.ask('getState', {});
    if ('ok' in state) putWallet(state.ok);
  };
  return (
    <div class="stack">
      <PlaceHead title={t('popup.place.log')} back="more" />
      <p class="small quiet">{t('log.what')}</p>
      <Loading loaded={loaded} lines={5}>
        {kept => <Standing standing={checked ?? kept} fresh={checked !== null} />}
      </Loading>
      {action.refused ? <RefusalNotice refused={action.refused} moneyless /> : null}
      <Button kind="main" wide busy={action.busy} onPress={check}>
        {t('log.check')}
      </Button>
      <section class="stack stack-close">
        <h2>{t('log.where')}</h2>
        <p class="mono small">
          {wallet.serverOrigin}
          <wbr />
          /log/checkpoint
        </p>
      </section>
    </div>
  );
}

function Standing({ standing, fresh }: { standing: LogStanding; fresh: boolean }) {
  const { t, count } = useText();
  const { alarm, rightAtMs, size, ownCount } = standing;
  return (
    <>
      {alarm ? (
        <Notice kind="refused" title={t('log.alarm.title')}>
          <LogAlarmText alarm={alarm} />
          <div>
            <Button onPress={() => saveProof(alarm)}>{t('log.alarm.save')}</Button>
          </div>
        </Notice>
      ) : null}
      {fresh && !alarm && rightAtMs !== null ? <Notice kind="done" title={t('log.fine')} /> : null}
      <dl class="facts">
        <dt>{t('log.right')}</dt>
        <dd>{rightAtMs === null ? t('log.never') : <RelativeTime atMs={rightAtMs} />}</dd>
        <dt>{t('log.size')}</dt>
        <dd>{count(size)}</dd>
        <dt>{t('log.own')}</dt>
        <dd>{count(ownCount)}</dd>
      </dl>
    </>
  );
}
