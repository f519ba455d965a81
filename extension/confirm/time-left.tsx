import { Icon } from '../ui/icon.tsx';
import { useNow, useText } from '../ui/surroundings.tsx';

/** The time that is left, by the second; read out by the minute only. */
export function TimeLeft({ untilMs }: { untilMs: number }) {
  const text = useText();
  const leftMs = Math.max(0, untilMs - useNow(1000));
  const minutes = Math.floor(leftMs / 60_000);
  const seconds = String(Math.floor((leftMs % 60_000) / 1000)).padStart(2, '0');
  return (
    <p class="small quiet row" title={text.exact(untilMs)}>
      <Icon name="clock" />
      <span aria-hidden="true">
        {text.t('confirm.time_left')} <span class="mono">{`${minutes}:${seconds}`}</span>
      </span>
      <span class="visually-hidden" role="timer">
        {text.t('confirm.minutes_left', { minutes: minutes + 1 })}
      </span>
    </p>
  );
}
