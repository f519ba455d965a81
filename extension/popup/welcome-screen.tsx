import { Button } from '../ui/button.tsx';
import { useText } from '../ui/surroundings.tsx';

/** No wallet on this device yet, or one whose keyring still waits: both go on in a page of their own. */
export function WelcomeScreen({ sealed, onBegin }: { sealed: boolean; onBegin: () => void }) {
  const { t } = useText();
  return (
    <div class="stack stack-wide">
      <div class="stack stack-close">
        <h1>{t(sealed ? 'welcome.sealed_title' : 'welcome.title')}</h1>
        <p class="quiet">{t(sealed ? 'welcome.sealed_why' : 'welcome.why')}</p>
      </div>
      <Button kind="main" large wide onPress={onBegin}>
        {t(sealed ? 'welcome.go_on' : 'welcome.begin')}
      </Button>
    </div>
  );
}
