import { useState } from 'preact/hooks';
import type { CardData } from '#shared/card/card.ts';
import type { ArmedFill } from '../messages/confirm-map.ts';
import { Button } from '../ui/button.tsx';
import { CardFacts } from '../ui/card-facts.tsx';
import { Notice } from '../ui/notice.tsx';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { useText } from '../ui/surroundings.tsx';
import { useAction } from '../ui/use-action.ts';
import type { ConfirmPorts } from './confirm-ports.ts';
import { TimeLeft } from './time-left.tsx';

interface ArmedNumberPanelProps {
  ports: ConfirmPorts;
  purchaseId: string;
  fill: Exclude<ArmedFill, { state: 'none' }>;
  onFill: (fill: ArmedFill) => void;
}

/** Whether the one-time number is in the page, how long it works, and the two ways to bring it there after all. */
export function ArmedNumberPanel({ ports, purchaseId, fill, onFill }: ArmedNumberPanelProps) {
  const { t } = useText();
  const action = useAction();
  const [data, setData] = useState<CardData | null>(null);
  const fillAgain = async () => {
    const done = await action.run(() => ports.ask('fillArmedNumber', { purchaseId }));
    if (done) onFill(done.fill);
  };
  const reveal = async () => {
    const done = await action.run(() => ports.ask('revealArmedNumber', { purchaseId }));
    if (done) setData(done.cardData);
  };
  return (
    <div class="stack confirm-armed">
      {fill.state === 'unfilled' ? <Notice kind="held" title={t(`armed.${fill.why}`)} /> : null}
      <TimeLeft untilMs={fill.expiresAtMs} />
      {action.refused ? <RefusalNotice refused={action.refused} /> : null}
      {data ? <CardFacts data={data} /> : null}
      <div class="row">
        <Button busy={action.busy} onPress={fillAgain}>
          {t('armed.fill_again')}
        </Button>
        {data ? null : (
          <Button kind="quiet" icon="eye" onPress={reveal}>
            {t('armed.reveal')}
          </Button>
        )}
      </div>
    </div>
  );
}
