import { useRef } from 'preact/hooks';
import type { Consent } from '#shared/purchase/consent.ts';
import type { ScreenRefusal } from '../ui/answer.ts';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { useText } from '../ui/surroundings.tsx';
import type { ConfirmPorts } from './confirm-ports.ts';
import { isBound, MissingAmount } from './missing-amount.tsx';
import { useScrolls } from './use-scrolls.ts';

interface ConfirmRefusalProps {
  ports: ConfirmPorts;
  consent: Consent;
  refused: ScreenRefusal;
  /** Tries that a wrong code leaves; null where nobody knows. */
  triesLeft?: number | null;
}

/** Why nothing was confirmed, with what the person needs to go on: the money that is missing, the tries that are left. */
export function ConfirmRefusal({ ports, consent, refused, triesLeft = null }: ConfirmRefusalProps) {
  const { t } = useText();
  const section = useRef<HTMLElement>(null);
  const scrolls = useScrolls(section);
  return (
    <section ref={section} tabIndex={scrolls ? 0 : undefined} aria-label={t(`refusal.${refused}`)}>
      {isBound(refused) ? (
        <MissingAmount ports={ports} consent={consent} refused={refused} />
      ) : (
        <RefusalNotice refused={refused}>
          {refused === 'code_wrong' && triesLeft !== null ? (
            <p>{t('code.tries_left', { triesLeft })}</p>
          ) : null}
        </RefusalNotice>
      )}
    </section>
  );
}
