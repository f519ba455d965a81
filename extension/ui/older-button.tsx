import { Button } from './button.tsx';
import { RefusalNotice } from './refusal-notice.tsx';
import { useText } from './surroundings.tsx';
import type { Pages } from './use-pages.ts';

/** The way to what does not stand in the list yet; nothing where all of it stands there. */
export function OlderButton({ pages }: { pages: Pages<{ id: string }> }) {
  const { t } = useText();
  const { older, hasOlder, fetchOlder } = pages;
  if (!hasOlder) return null;
  return (
    <div class="stack stack-close">
      {older.refused ? <RefusalNotice refused={older.refused} moneyless /> : null}
      <Button wide busy={older.busy} onPress={fetchOlder}>
        {t('list.older')}
      </Button>
    </div>
  );
}
