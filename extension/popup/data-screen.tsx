import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RealData } from '#shared/api/people.ts';
import { Button } from '../ui/button.tsx';
import {
  type DataEntry,
  findTyped,
  HOME_COUNTRY,
  makeEmptyEntry,
  mergeRealData,
  toDataEntry,
} from '../ui/data-entry.ts';
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
  const [typed, setTyped] = useState<Partial<DataEntry> | null>(null);
  const showNewer = (entry: Partial<DataEntry>) => {
    setTyped(entry);
    loaded.reload();
  };
  return (
    <div class="stack">
      <PlaceHead title={t('popup.place.data')} back="more" />
      <p class="small quiet">
        <strong class="block">{t('data.who')}</strong> {t('data.who_why')}
      </p>
      <Loading loaded={loaded} lines={10}>
        {({ realData, version }) => (
          <KeptData key={version} first={{ realData, version }} typed={typed} onOutdated={showNewer} />
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
  /** What was typed over data that is no longer kept; null where nothing was. */
  typed: Partial<DataEntry> | null;
  onOutdated: (typed: Partial<DataEntry>) => void;
}

/** What is kept takes the place of what was shown, and of nothing that another device wrote or erased meanwhile. */
function KeptData({ first, typed, onOutdated }: KeptDataProps) {
  const { t, locale } = useText();
  const { ports } = usePopup();
  const entry = useRef<DataEntry | null>(null);
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
  const show = (realData: RealData | null) =>
    realData ? toDataEntry(realData) : makeEmptyEntry(HOME_COUNTRY[locale]);
  const note = (changed: DataEntry) => {
    entry.current = changed;
  };
  const showNewer = () =>
    onOutdated({ ...typed, ...findTyped(show(kept.realData), entry.current ?? show(kept.realData)) });
  return (
    <DataForm first={show(first.realData)} typed={typed ?? {}} onEntry={note} onSubmit={keep}>
      {typed && !saved && !action.refused ? <NewerShown /> : null}
      {action.refused ? (
        <RefusalNotice refused={action.refused} moneyless>
          {action.refused === 'conflict' ? <Button onPress={showNewer}>{t('data.show_newer')}</Button> : null}
        </RefusalNotice>
      ) : null}
      {saved ? <Notice kind="done" title={t('data.kept')} /> : null}
      <Button submit kind="main" wide icon="lock" busy={action.busy}>
        {t('data.keep')}
      </Button>
    </DataForm>
  );
}

/** Takes the focus that the pressed button had. */
function NewerShown() {
  const { t } = useText();
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1}>
      <Notice title={t('data.newer_shown')}>
        <p>{t('data.typed_stays')}</p>
      </Notice>
    </div>
  );
}
