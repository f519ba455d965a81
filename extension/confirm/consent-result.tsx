import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Consent } from '#shared/purchase/consent.ts';
import type { ArmedFill } from '../messages/confirm-map.ts';
import { Button } from '../ui/button.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import { useText } from '../ui/surroundings.tsx';
import type { TextKey } from '../ui/text.ts';
import { ArmedNumberPanel } from './armed-number-panel.tsx';
import type { ConfirmPorts } from './confirm-ports.ts';
import type { Decision } from './decision.ts';

interface ConsentResultProps {
  ports: ConfirmPorts;
  consent: Consent;
  decision: Exclude<Decision, { state: 'open' }>;
  onLookAgain: () => void;
}

const ICONS: Record<ConsentResultProps['decision']['state'], IconName> = {
  confirmed: 'check',
  declined: 'cross',
  expired: 'clock',
  changed: 'warning',
  over: 'info',
};

/** How it ended, what that means for the money, and what to do next. */
export function ConsentResult({ ports, consent, decision, onLookAgain }: ConsentResultProps) {
  const text = useText();
  const [fill, setFill] = useState<ArmedFill | null>(decision.state === 'confirmed' ? decision.fill : null);
  const { state } = decision;
  const main = useRef<HTMLElement>(null);
  // What was pressed to come here is gone, and the focus with it.
  useLayoutEffect(() => main.current?.focus(), []);
  const values = { amount: text.money(consent.amountMinor, consent.currency), payee: consent.payeeName };
  return (
    <main ref={main} tabIndex={-1} class={`confirm-result confirm-result-${state}`} aria-live="polite">
      <span class="confirm-result-mark">
        <Icon name={ICONS[state]} />
      </span>
      <h1>{text.t(`result.${state}`, values)}</h1>
      <p>{text.t(chooseMeaning(state, fill), values)}</p>
      {fill && fill.state !== 'none' ? (
        <ArmedNumberPanel ports={ports} purchaseId={consent.purchaseId} fill={fill} onFill={setFill} />
      ) : null}
      {state === 'changed' ? (
        <Button kind="main" wide onPress={onLookAgain}>
          {text.t('result.look_again')}
        </Button>
      ) : null}
      <Button wide onPress={ports.closeWindow}>
        {text.t('result.close')}
      </Button>
    </main>
  );
}

function chooseMeaning(state: ConsentResultProps['decision']['state'], fill: ArmedFill | null): TextKey {
  if (state !== 'confirmed') return `result.${state}_means`;
  if (!fill || fill.state === 'none') return 'result.held_next';
  return fill.state === 'filled' ? 'result.filled_next' : 'result.unfilled_next';
}
