import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Loading } from '../ui/loading.tsx';
import { Notice } from '../ui/notice.tsx';
import { useText } from '../ui/surroundings.tsx';
import { useAnswer } from '../ui/use-answer.ts';
import type { OnboardingPorts } from './onboarding-ports.ts';

type Access = 'all' | 'on_click';

/** Whether Wayveil looks for a checkout by itself, or only where it is called: said plainly, both work. */
export function AccessStep({ ports, onDone }: { ports: OnboardingPorts; onDone: () => void }) {
  const { t } = useText();
  const loaded = useAnswer(() => ports.ask('getSiteAccess', {}), []);
  return (
    <>
      <div class="stack stack-close">
        <h1>{t('access.title')}</h1>
        <p class="quiet">{t('access.why')}</p>
      </div>
      <Loading loaded={loaded} lines={6}>
        {({ access }) => <AccessChoice ports={ports} access={access} onDone={onDone} />}
      </Loading>
    </>
  );
}

function AccessChoice(props: { ports: OnboardingPorts; access: Access; onDone: () => void }) {
  const { t } = useText();
  const [chosen, setChosen] = useState<Access>(props.access);
  const [denied, setDenied] = useState(false);
  const go = async () => {
    const granted = chosen === 'on_click' || props.access === 'all' || (await props.ports.requestAllSites());
    if (granted) props.onDone();
    else setDenied(true);
  };
  return (
    <div class="stack stack-wide">
      <fieldset class="stack onboarding-choices">
        <legend class="visually-hidden">{t('access.title')}</legend>
        {(['all', 'on_click'] as const).map(access => (
          <Choice
            key={access}
            name="access"
            value={access}
            chosen={chosen === access}
            onChoose={() => setChosen(access)}
            title={t(`access.${access}`)}
          >
            <span class="small quiet">{t(`access.${access}_means`)}</span>
          </Choice>
        ))}
      </fieldset>
      {denied ? <Notice title={t('access.denied')}>{t('access.denied_why')}</Notice> : null}
      <details class="fold">
        <summary>{t('access.how_to_change')}</summary>
        <p class="small">{t('access.how')}</p>
      </details>
      <Button kind="main" large wide onPress={denied ? props.onDone : go}>
        {t('access.go_on')}
      </Button>
    </div>
  );
}
