import { useMemo, useRef, useState } from 'preact/hooks';
import { hashConsent } from '#shared/purchase/consent.ts';
import type { Confirmation } from '../messages/confirm-map.ts';
import { useNow, useText } from '../ui/surroundings.tsx';
import { ConfirmActs } from './confirm-acts.tsx';
import type { ConfirmPorts } from './confirm-ports.ts';
import { ConsentPaper } from './consent-paper.tsx';
import { ConsentResult } from './consent-result.tsx';
import { type Decision, decideAtStart } from './decision.ts';
import { makeShownConsent } from './shown-consent.ts';
import { useScrolls } from './use-scrolls.ts';

interface ConfirmWindowProps {
  ports: ConfirmPorts;
  confirmation: Confirmation;
  onLookAgain: () => void;
}

/** Shows one consent and signs the hash of that very object; a new consent is a new window content. */
export function ConfirmWindow({ ports, confirmation, onLookAgain }: ConfirmWindowProps) {
  const { purchase, card, target, knownHosts } = confirmation;
  const { t } = useText();
  const nowMs = useNow(1000);
  const consent = useMemo(() => makeShownConsent(purchase), [purchase]);
  const consentHash = useMemo(() => hashConsent(consent), [consent]);
  const [decision, setDecision] = useState<Decision>(() => decideAtStart(purchase, nowMs));
  const paper = useRef<HTMLElement>(null);
  const scrolls = useScrolls(paper);
  const late = decision.state === 'open' && nowMs >= consent.expiresAtMs;
  const shown: Decision = late ? { state: 'expired' } : decision;
  if (shown.state !== 'open') {
    return <ConsentResult ports={ports} consent={consent} decision={shown} onLookAgain={onLookAgain} />;
  }
  return (
    <main class="confirm">
      <section
        ref={paper}
        class="confirm-paper"
        tabIndex={scrolls ? 0 : undefined}
        aria-label={t('confirm.title')}
      >
        <ConsentPaper
          consent={consent}
          payee={purchase.payee}
          card={card}
          target={target}
          knownHosts={knownHosts}
        />
      </section>
      <ConfirmActs
        ports={ports}
        consent={consent}
        consentHash={consentHash}
        codeAllowed={purchase.codeAllowed}
        onDecided={setDecision}
      />
    </main>
  );
}
