import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { WalletState } from '../messages/wallet-messages.ts';
import { UnlockScreen } from '../popup/unlock-screen.tsx';
import { CardForm } from '../ui/card-form.tsx';
import { Loading } from '../ui/loading.tsx';
import { chooseLocale } from '../ui/locale.ts';
import { Progress } from '../ui/progress.tsx';
import { Surround, useText } from '../ui/surroundings.tsx';
import { useAnswer } from '../ui/use-answer.ts';
import { AccessStep } from './access-step.tsx';
import { BeginStep } from './begin-step.tsx';
import { DataStep } from './data-step.tsx';
import { DoneStep } from './done-step.tsx';
import type { OnboardingPorts } from './onboarding-ports.ts';
import { PassphraseStep } from './passphrase-step.tsx';
import { SealedStep } from './sealed-step.tsx';
import { SetupStep } from './setup-step.tsx';
import { COUNTED_STEPS, countStep, findStep, type Step } from './step.ts';

/** From nothing to a first card, a step at a time; it goes on where it was left. */
export function OnboardingApp({ ports }: { ports: OnboardingPorts }) {
  const loaded = useAnswer(() => ports.ask('getState', {}), []);
  const locale = loaded.value?.member?.locale ?? chooseLocale(ports.languages);
  return (
    <Surround locale={locale} clock={ports.clock}>
      <div class="onboarding">
        <Loading loaded={loaded} lines={10}>
          {wallet => <Steps ports={ports} wallet={wallet} />}
        </Loading>
      </div>
    </Surround>
  );
}

/** Each new step takes the focus, so that a reader begins at its heading. */
function Steps({ ports, wallet }: { ports: OnboardingPorts; wallet: WalletState }) {
  const { t } = useText();
  const [step, setStep] = useState<Step>(() => findStep(wallet));
  const main = useRef<HTMLElement>(null);
  const shown = useRef(step);
  useLayoutEffect(() => {
    if (shown.current !== step) main.current?.focus();
    shown.current = step;
  }, [step]);
  const at = Math.min(countStep(step), COUNTED_STEPS.length);
  return (
    <>
      <header class="onboarding-head">
        <strong>Wayveil</strong>
        <Progress
          label={t('onboarding.step', { at, of: COUNTED_STEPS.length })}
          value={countStep(step) - 1}
          max={COUNTED_STEPS.length}
        />
      </header>
      <main ref={main} tabIndex={-1} class="stack stack-wide">
        <StepScreen ports={ports} wallet={wallet} step={step} go={setStep} />
      </main>
    </>
  );
}

interface StepScreenProps {
  ports: OnboardingPorts;
  wallet: WalletState;
  step: Step;
  go: (step: Step) => void;
}

function StepScreen({ ports, wallet, step, go }: StepScreenProps) {
  const { t } = useText();
  const follow = (state: WalletState) => go(findStep(state));
  switch (step.name) {
    case 'begin':
      return (
        <BeginStep
          ports={ports}
          onState={follow}
          onPassphrase={finish => go({ name: 'passphrase', finish })}
        />
      );
    case 'passphrase':
      return <PassphraseStep finish={step.finish} onState={follow} />;
    case 'sealed':
      return (
        <SealedStep
          ports={ports}
          onState={follow}
          onPassphrase={finish => go({ name: 'passphrase', finish })}
        />
      );
    case 'locked':
      return <UnlockScreen ports={ports.unlock} wallet={wallet} onUnlocked={follow} />;
    case 'setup':
      return <SetupStep ports={ports} go={go} />;
    case 'data':
      return <DataStep ports={ports} onDone={() => go({ name: 'card' })} />;
    case 'card':
      return (
        <>
          <div class="stack stack-close">
            <h1>{t('onboarding.card_title')}</h1>
            <p class="quiet">{t('onboarding.card_why')}</p>
          </div>
          <CardForm
            listHubs={() => ports.ask('listHubs', {})}
            issueCard={wish => ports.ask('issueCard', wish)}
            onIssued={() => go({ name: 'access' })}
          />
        </>
      );
    case 'access':
      return <AccessStep ports={ports} onDone={() => go({ name: 'done' })} />;
    case 'done':
      return <DoneStep onClose={ports.closePage} />;
  }
}
