import { useNow, useText } from './surroundings.tsx';

/** Relative up to a week, then the date; the exact time on hover and for machines. */
export function RelativeTime({ atMs }: { atMs: number }) {
  const text = useText();
  const nowMs = useNow();
  return (
    <time dateTime={new Date(atMs).toISOString()} title={text.exact(atMs)}>
      {text.when(atMs, nowMs)}
    </time>
  );
}

/** The date alone, for what lasts: "now" says nothing of a day on which something began. */
export function Day({ atMs }: { atMs: number }) {
  const text = useText();
  const nowMs = useNow();
  return (
    <time dateTime={new Date(atMs).toISOString()} title={text.exact(atMs)}>
      {text.day(atMs, nowMs)}
    </time>
  );
}
