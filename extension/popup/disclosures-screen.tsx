import type { CallResult } from '#shared/api/call.ts';
import { Empty } from '../ui/empty.tsx';
import { Icon } from '../ui/icon.tsx';
import { Loading } from '../ui/loading.tsx';
import { isRecordField } from '../ui/record-field.ts';
import { RelativeTime } from '../ui/relative-time.tsx';
import { useText } from '../ui/surroundings.tsx';
import { useAnswer } from '../ui/use-answer.ts';
import { PlaceHead } from './place-head.tsx';
import { usePopup } from './popup-context.tsx';

/** Who asked for real data, what they got, and who was refused. */
export function DisclosuresScreen() {
  const { t } = useText();
  const { ports } = usePopup();
  const loaded = useAnswer(() => ports.ask('listDisclosures', {}), []);
  return (
    <div class="stack">
      <PlaceHead title={t('popup.place.disclosures')} back="more" />
      <p class="small quiet">{t('disclosures.what')}</p>
      <Loading loaded={loaded} lines={6}>
        {({ disclosures }) =>
          disclosures.length === 0 ? (
            <Empty icon="eye" title={t('disclosures.empty')}>
              <p>{t('disclosures.empty_why')}</p>
            </Empty>
          ) : (
            <ul class="list">
              {disclosures.map(line => (
                <DisclosureLine key={`${line.atMs} ${line.party} ${line.field}`} line={line} />
              ))}
            </ul>
          )
        }
      </Loading>
    </div>
  );
}

type Disclosure = CallResult<'listDisclosures'>['disclosures'][number];

function DisclosureLine({ line }: { line: Disclosure }) {
  const { t } = useText();
  const field = isRecordField(line.field) ? t(`field.${line.field}`) : line.field;
  return (
    <li class="list-line">
      <span class={`badge badge-${line.granted ? 'held' : 'over'}`}>
        <Icon name={line.granted ? 'eye' : 'lock'} />
      </span>
      <span class="stack stack-close">
        <strong>{line.party}</strong>
        <span class="small">{t(line.granted ? 'disclosures.read' : 'disclosures.refused', { field })}</span>
        <span class="small quiet">
          <RelativeTime atMs={line.atMs} /> · {t(`disclosure_reason.${line.reason}`)}
        </span>
      </span>
    </li>
  );
}
