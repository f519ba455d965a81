import { useEffect } from 'preact/hooks';
import { Loading } from '../ui/loading.tsx';
import { useAnswer } from '../ui/use-answer.ts';
import type { OnboardingPorts } from './onboarding-ports.ts';
import { findSetupStep, type Step } from './step.ts';

/** Looks at what is there already, and goes on to what is not. */
export function SetupStep({ ports, go }: { ports: OnboardingPorts; go: (step: Step) => void }) {
  const loaded = useAnswer(() => ports.ask('getSetup', {}), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: goes on once, when it is known
  useEffect(() => {
    if (loaded.value) go(findSetupStep(loaded.value));
  }, [loaded.value]);
  return (
    <Loading loaded={loaded} lines={8}>
      {() => null}
    </Loading>
  );
}
