import { useState } from 'preact/hooks';
import type { Card } from '#shared/card/card.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { useText } from '../ui/surroundings.tsx';
import { useAction } from '../ui/use-action.ts';
import { usePopup } from './popup-context.tsx';

/** Taking a card out of the keyring: asks once more, and says what goes and what stays. */
export function RemoveCard({ card, onRemoved }: { card: Card; onRemoved: () => void }) {
  const { t } = useText();
  const { ports } = usePopup();
  const action = useAction();
  const [open, setOpen] = useState(false);
  const remove = async () => {
    if (!(await action.run(() => ports.ask('removeCard', { cardId: card.id })))) return;
    setOpen(false);
    onRemoved();
  };
  const close = () => {
    setOpen(false);
    action.forget();
  };
  return (
    <div>
      <Button kind="quiet" icon="cross" onPress={() => setOpen(true)}>
        {t('cards.remove')}
      </Button>
      <Dialog open={open} title={t('cards.remove_title', { label: card.label })} onClose={close}>
        <p>{t('cards.remove_means')}</p>
        {action.refused ? <RefusalNotice refused={action.refused} moneyless /> : null}
        <div class="dialog-acts">
          <Button onPress={close}>{t('ui.back')}</Button>
          <Button kind="danger" busy={action.busy} onPress={remove}>
            {t('cards.remove')}
          </Button>
        </div>
      </Dialog>
    </div>
  );
}
