import { Button } from '../ui/button.tsx';
import { useText } from '../ui/surroundings.tsx';

/** What to do first. */
export function DoneStep({ onClose }: { onClose: () => void }) {
  const { t } = useText();
  return (
    <>
      <div class="stack stack-close">
        <h1>{t('done.title')}</h1>
        <p>{t('done.next')}</p>
        <p class="quiet">{t('done.shortcut')}</p>
      </div>
      <Button kind="main" large wide onPress={onClose}>
        {t('done.close')}
      </Button>
    </>
  );
}
