import { useState } from 'preact/hooks';
import type { RealData } from '#shared/api/people.ts';
import { Button } from '../ui/button.tsx';
import { HOME_COUNTRY, makeEmptyEntry, mergeRealData, toDataEntry } from '../ui/data-entry.ts';
import { DataForm } from '../ui/data-form.tsx';
import { Loading } from '../ui/loading.tsx';
import { Notice } from '../ui/notice.tsx';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { useText } from '../ui/surroundings.tsx';
import { useAction } from '../ui/use-action.ts';
import { useAnswer } from '../ui/use-answer.ts';
import { PlaceHead } from './place-head.tsx';
import { usePopup } from './popup-context.tsx';

/** The real data of the vault, to be put right. */
export function DataScreen() {
  const { t } = useText();
  const { ports, go } = usePopup();
  const loaded = useAnswer(() => ports.ask('getRealData', {}), []);
  return (
    <div class="stack">
      <PlaceHead title={t('popup.place.data')} back="more" />
      <p class="small quiet">
        <strong>{t('data.who')}</strong> {t('data.who_why')}
      </p>
      <Loading loaded={loaded} lines={10}>
        {({ realData, version }) => (
          <KeptData key={version} first={{ realData, version }} onOutdated={loaded.reload} />
        )}
      </Loading>
      <Button kind="quiet" onPress={() => go({ place: 'erase' })}>
        {t('settings.erase')}
      </Button>
    </div>
  );
}

interface KeptDataProps {
  first: { realData: RealData | null; version: string };
  onOutdated: () => void;
}

/** What is kept takes the place of what was shown, and of nothing that another device wrote or erased meanwhile. */
function KeptData({ first, onOutdated }: KeptDataProps) {
  const { t, locale } = useText();
  const { ports } = usePopup();
  const action = useAction();
  const [kept, setKept] = useState(first);
  const [saved, setSaved] = useState(false);
  const keep = async (typed: RealData) => {
    setSaved(false);
    const realData = mergeRealData(kept.realData, typed);
    const written = await action.run(() => ports.ask('putRealData', { realData, replaces: kept.version }));
    if (written) setKept({ realData, version: written.version });
    setSaved(written !== null);
  };
  const shown = first.realData ? toDataEntry(first.realData) : makeEmptyEntry(HOME_COUNTRY[locale]);
  return (
    <DataForm first={shown} onSubmit={keep}>
      {action.refused ? (
        <RefusalNotice refused={action.refused} moneyless>
          {action.refused === 'conflict' ? (
            <Button onPress={onOutdated}>{t('data.show_newer')}</Button>
          ) : null}
        </RefusalNotice>
      ) : null}
      {saved ? <Notice kind="done" title={t('data.kept')} /> : null}
      <Button submit kind="main" wide icon="lock" busy={action.busy}>
        {t('data.keep')}
      </Button>
    </DataForm>
  );
}
