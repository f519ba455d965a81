import { useState } from 'preact/hooks';
import type { MarkerState } from '../messages/popup-map.ts';
import { SelectField } from '../ui/field.tsx';
import { Loading } from '../ui/loading.tsx';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { useText } from '../ui/surroundings.tsx';
import { useAction } from '../ui/use-action.ts';
import { useAnswer } from '../ui/use-answer.ts';
import { usePopup } from './popup-context.tsx';

/** The marker at fields: everywhere, and on the site under the popup. */
export function MarkerSettings() {
  const { t } = useText();
  const { ports } = usePopup();
  const tab = useAnswer(() => ports.ask('getCurrentTab', {}), []);
  return (
    <section class="settings-group">
      <h2>{t('marker.title')}</h2>
      <p class="small">{t('marker.what')}</p>
      <Loading loaded={tab} lines={2}>
        {({ tabId }) => <MarkerChoices tabId={tabId} />}
      </Loading>
    </section>
  );
}

function MarkerChoices({ tabId }: { tabId: number }) {
  const { ports } = usePopup();
  const loaded = useAnswer(() => ports.ask('getMarker', { tabId }), [tabId]);
  return (
    <Loading loaded={loaded} lines={2}>
      {marker => <MarkerFields tabId={tabId} marker={marker} />}
    </Loading>
  );
}

function MarkerFields({ tabId, marker }: { tabId: number; marker: MarkerState }) {
  const { t } = useText();
  const { ports } = usePopup();
  const action = useAction();
  const [changed, setChanged] = useState<MarkerState | null>(null);
  const { shown, host, shownHere } = changed ?? marker;
  const change = async (wish: Partial<Pick<MarkerState, 'shown' | 'shownHere'>>) => {
    setChanged(await action.run(() => ports.ask('changeMarker', { tabId, shown, shownHere, ...wish })));
  };
  const options = [
    { value: 'yes', label: t('marker.shown') },
    { value: 'no', label: t('marker.hidden') },
  ];
  return (
    <div class="stack">
      {action.refused ? <RefusalNotice refused={action.refused} moneyless /> : null}
      <SelectField
        label={t('marker.everywhere')}
        value={shown ? 'yes' : 'no'}
        onChange={value => change({ shown: value === 'yes' })}
        options={options}
      />
      {shown && host ? (
        <SelectField
          label={t('marker.here', { host })}
          value={shownHere ? 'yes' : 'no'}
          onChange={value => change({ shownHere: value === 'yes' })}
          options={options}
        />
      ) : null}
    </div>
  );
}
