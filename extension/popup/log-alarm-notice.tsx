import type { LogAlarm } from '../messages/log-standing.ts';
import type { WalletState } from '../messages/wallet-messages.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { useText } from '../ui/surroundings.tsx';
import type { PopupPorts } from './popup-ports.ts';

interface LogAlarmNoticeProps {
  wallet: WalletState;
  ports: PopupPorts;
  putWallet: (wallet: WalletState) => void;
}

/** Stands before everything else until it was read, and as one line afterwards: what it tells does not go away. */
export function LogAlarmNotice({ wallet, ports, putWallet }: LogAlarmNoticeProps) {
  const { t } = useText();
  const alarm = wallet.logAlarm;
  if (!alarm) return null;
  const read = async () => {
    await ports.ask('readLogAlarm', {});
    const state = await ports.ask('getState', {});
    if ('ok' in state) putWallet(state.ok);
  };
  return (
    <div class="log-alarm">
      <Notice kind="refused" title={t('log.alarm.title')}>
        {alarm.read ? null : (
          <>
            <LogAlarmText alarm={alarm} />
            <div class="row">
              <Button onPress={() => saveProof(alarm)}>{t('log.alarm.save')}</Button>
              <Button kind="quiet" onPress={read}>
                {t('log.alarm.read')}
              </Button>
            </div>
          </>
        )}
      </Notice>
    </div>
  );
}

/** What was found, since when, and what to do. */
export function LogAlarmText({ alarm }: { alarm: LogAlarm }) {
  const { t } = useText();
  return (
    <>
      <p>{t(`log.alarm.${alarm.kind}`)}</p>
      <p>{t('log.alarm.advice')}</p>
      <p class="small quiet">
        {t('log.alarm.found')} <RelativeTime atMs={alarm.foundAtMs} />
      </p>
    </>
  );
}

/** Gives the owner both signed checkpoints as a file: whoever gets it can check the signatures alone. */
export function saveProof({ evidence }: LogAlarm): void {
  const url = URL.createObjectURL(new Blob([evidence], { type: 'text/plain' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: 'wayveil-log-proof.txt' });
  link.click();
  URL.revokeObjectURL(url);
}
