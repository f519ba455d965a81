import { useId, useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Loading } from '../ui/loading.tsx';
import { Notice } from '../ui/notice.tsx';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { useText } from '../ui/surroundings.tsx';
import { useAction } from '../ui/use-action.ts';
import { useAnswer } from '../ui/use-answer.ts';
import { eraseByPasskey } from './by-passkey.ts';
import { PlaceHead } from './place-head.tsx';
import { usePopup } from './popup-context.tsx';
import { ServerAccessNote } from './server-access-note.tsx';

/** Erasing one's real data for good: what goes, what stays and why, what it waits for. */
export function EraseScreen() {
  const { t } = useText();
  const { ports, changeCount } = usePopup();
  const [done, setDone] = useState(false);
  const loaded = useAnswer(() => ports.ask('listPurchases', {}), [changeCount]);
  return (
    <div class="stack stack-wide">
      <PlaceHead title={t('popup.place.erase')} back="more" />
      {done ? (
        <Erased />
      ) : (
        <Loading loaded={loaded} lines={10}>
          {({ purchases }) => (
            <Erasing
              openCount={purchases.filter(({ dueAtMs }) => dueAtMs !== null).length}
              onDone={() => setDone(true)}
            />
          )}
        </Loading>
      )}
    </div>
  );
}

const GOES = ['record', 'log', 'backup'] as const;
const STAYS = ['books', 'seen', 'membership', 'outside'] as const;

function Erasing({ openCount, onDone }: { openCount: number; onDone: () => void }) {
  const { t } = useText();
  const { go } = usePopup();
  const id = useId();
  const [asked, setAsked] = useState(false);
  return (
    <>
      <section class="stack stack-close">
        <h2>{t('erase.goes')}</h2>
        <ul class="points">
          {GOES.map(what => (
            <li key={what}>{t(`erase.goes_${what}`)}</li>
          ))}
        </ul>
      </section>
      <section class="stack stack-close">
        <h2>{t('erase.stays')}</h2>
        <ul class="points">
          {STAYS.map(what => (
            <li key={what}>{t(`erase.stays_${what}`)}</li>
          ))}
        </ul>
      </section>
      <section class="stack stack-close">
        <h2>{t('erase.purchases')}</h2>
        <p id={id}>{t('erase.purchases_open', { count: openCount })}</p>
        {openCount > 0 ? (
          <div>
            <Button icon="parcel" onPress={() => go({ place: 'purchases' })}>
              {t('erase.purchases_look')}
            </Button>
          </div>
        ) : null}
      </section>
      <p class="small quiet">{t('erase.after')}</p>
      <Button kind="danger" wide refusedBy={openCount > 0 ? id : undefined} onPress={() => setAsked(true)}>
        {t('erase.act')}
      </Button>
      <EraseDialog open={asked} onClose={() => setAsked(false)} onDone={onDone} />
    </>
  );
}

function EraseDialog(props: { open: boolean; onClose: () => void; onDone: () => void }) {
  const { t } = useText();
  const { ports } = usePopup();
  const action = useAction();
  const erase = async () => {
    if (await action.run(() => eraseByPasskey(ports))) props.onDone();
  };
  return (
    <Dialog open={props.open} title={t('erase.act')} onClose={props.onClose}>
      <p>{t('erase.sure')}</p>
      <ServerAccessNote access={ports.unlock.serverAccess} />
      {action.refused ? <RefusalNotice refused={action.refused} /> : null}
      <div class="dialog-acts">
        <Button onPress={props.onClose}>{t('ui.back')}</Button>
        <Button kind="danger" icon="key" busy={action.busy} onPress={erase}>
          {t('erase.by_passkey')}
        </Button>
      </div>
    </Dialog>
  );
}

function Erased() {
  const { t } = useText();
  const { go } = usePopup();
  return (
    <>
      <Notice kind="done" title={t('erase.done')}>
        <p>{t('erase.done_means')}</p>
      </Notice>
      <p>{t('erase.after')}</p>
      <Button wide onPress={() => go({ place: 'data' })}>
        {t('erase.enter_again')}
      </Button>
    </>
  );
}
