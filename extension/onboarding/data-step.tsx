import type { RealData } from '#shared/api/people.ts';
import { Button } from '../ui/button.tsx';
import { HOME_COUNTRY, makeEmptyEntry } from '../ui/data-entry.ts';
import { DataForm } from '../ui/data-form.tsx';
import { Notice } from '../ui/notice.tsx';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { useText } from '../ui/surroundings.tsx';
import { useAction } from '../ui/use-action.ts';
import type { OnboardingPorts } from './onboarding-ports.ts';

/** What is true goes to the vault, and the screen says who can ever see it. */
export function DataStep({ ports, onDone }: { ports: OnboardingPorts; onDone: () => void }) {
  const { t, locale } = useText();
  const action = useAction();
  const keep = async (realData: RealData) => {
    if (await action.run(() => ports.ask('putRealData', { realData }))) onDone();
  };
  return (
    <div class="stack stack-wide">
      <div class="stack stack-close">
        <h1>{t('data.title')}</h1>
        <p class="quiet">{t('data.why')}</p>
      </div>
      <Notice title={t('data.who')}>
        <p>{t('data.who_why')}</p>
      </Notice>
      <DataForm first={makeEmptyEntry(HOME_COUNTRY[locale])} onSubmit={keep}>
        {action.refused ? <RefusalNotice refused={action.refused} moneyless /> : null}
        <Button submit kind="main" large wide icon="lock" busy={action.busy}>
          {t('data.keep')}
        </Button>
        <Button kind="quiet" onPress={onDone}>
          {t('data.later')}
        </Button>
      </DataForm>
    </div>
  );
}
