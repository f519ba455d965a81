import { useId } from 'preact/hooks';
import type { Passkey } from '#shared/api/passkeys.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { RelativeTime } from './relative-time.tsx';
import { useText } from './surroundings.tsx';

interface PasskeyCardProps {
  passkey: Passkey;
  /** Whether it is the only one that stands. */
  alone: boolean;
  onAct: (act: 'remove' | 'keep') => void;
}

/** One passkey: what it is called, when it came and was used, and what can be done to it. */
export function PasskeyCard({ passkey, alone, onAct }: PasskeyCardProps) {
  const { t, exact } = useText();
  const { name, current, restsUntilMs, addedAtMs, usedAtMs, place } = passkey;
  const [nameId, whyId] = [useId(), useId()];
  const only = alone && restsUntilMs === null;
  return (
    <li class="card-plate" aria-labelledby={nameId}>
      <div class="row row-apart">
        <strong id={nameId}>{name ?? t('passkeys.unnamed')}</strong>
        <Standing current={current} resting={restsUntilMs !== null} />
      </div>
      <dl class="facts">
        <dt>{t('passkeys.added')}</dt>
        <dd>
          <RelativeTime atMs={addedAtMs} />
        </dd>
        <dt>{t('passkeys.used')}</dt>
        <dd>
          <RelativeTime atMs={usedAtMs} />
        </dd>
        <dt>{t('passkeys.where')}</dt>
        <dd>{t(`passkeys.where_${place}`)}</dd>
      </dl>
      {restsUntilMs === null ? null : (
        <p class="small">{t('passkeys.resting_means', { until: exact(restsUntilMs) })}</p>
      )}
      {only ? (
        <p class="small quiet" id={whyId}>
          {t('passkeys.only')}
        </p>
      ) : null}
      <div>
        {restsUntilMs === null ? (
          <Button kind="danger" refusedBy={only ? whyId : undefined} onPress={() => onAct('remove')}>
            {t('passkeys.remove')}
          </Button>
        ) : (
          <Button onPress={() => onAct('keep')}>{t('passkeys.keep')}</Button>
        )}
      </div>
    </li>
  );
}

function Standing({ current, resting }: { current: boolean; resting: boolean }) {
  const { t } = useText();
  if (resting) {
    return (
      <span class="badge badge-held">
        <Icon name="clock" />
        {t('passkeys.resting')}
      </span>
    );
  }
  if (!current) return null;
  return (
    <span class="badge badge-done">
      <Icon name="check" />
      {t('passkeys.current')}
    </span>
  );
}
