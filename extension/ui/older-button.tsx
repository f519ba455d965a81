import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from './button.tsx';
import { RefusalNotice } from './refusal-notice.tsx';
import { useText } from './surroundings.tsx';
import type { Pages } from './use-pages.ts';

/** The way to what does not stand in the list yet; where all of it stands there, that is said after the last press. */
export function OlderButton({ pages }: { pages: Pages<{ id: string }> }) {
  const { t } = useText();
  const { older, hasOlder, fetchOlder } = pages;
  const [pressed, setPressed] = useState(false);
  const end = useRef<HTMLParagraphElement>(null);
  // The button goes with the last page, and the focus would go with it.
  useEffect(() => {
    if (pressed && !hasOlder) end.current?.focus({ preventScroll: true });
  }, [pressed, hasOlder]);
  if (!hasOlder && !pressed) return null;
  if (!hasOlder) {
    return (
      <p ref={end} class="small quiet" tabIndex={-1}>
        {t('list.all')}
      </p>
    );
  }
  const press = () => {
    setPressed(true);
    return fetchOlder();
  };
  return (
    <div class="stack stack-close">
      {older.refused ? <RefusalNotice refused={older.refused} moneyless /> : null}
      <Button wide busy={older.busy} onPress={press}>
        {t('list.older')}
      </Button>
    </div>
  );
}
