import { useEffect, useRef, useState } from 'preact/hooks';
import type { PurchaseView } from '#shared/api/purchase-view.ts';
import type { Card } from '#shared/card/card.ts';
import type { FillReport, TabPreview } from '../messages/popup-map.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { useText } from '../ui/surroundings.tsx';
import { useAction } from '../ui/use-action.ts';
import { FillNotice } from './fill-notice.tsx';
import { PayForm } from './pay-form.tsx';
import { usePopup } from './popup-context.tsx';

interface PageActsProps {
  page: TabPreview;
  card: Card;
  /** What was bought so far; null until it is known. */
  purchases: PurchaseView[] | null;
  onFilled: () => void;
}

/** The two things to do at a page: fill the delivery information, and pay. */
export function PageActs(props: PageActsProps) {
  const { page, card, purchases, onFilled } = props;
  const { t } = useText();
  const { ports } = usePopup();
  const action = useAction();
  const [report, setReport] = useState<FillReport | null>(null);
  const [undone, setUndone] = useState<{ undone: number; left: number } | null>(null);
  const said = useRef<HTMLDivElement>(null);
  // What became of a press may stand below the fold, where a list of fields is open above it.
  useEffect(() => {
    if (report || undone) said.current?.scrollIntoView({ block: 'nearest' });
  }, [report, undone]);
  const { tabId } = page;
  // The page may have more to fill by the time of the press: it is offered, and is not the thing to do here.
  const nothing = page.access === 'granted' && page.frames.every(({ fields }) => fields.length === 0);
  const fill = async (overwrite: boolean) => {
    setUndone(null);
    setReport(await action.run(() => ports.ask('fillTab', { tabId, cardId: card.id, overwrite })));
    onFilled();
  };
  const undo = async () => {
    const answer = await action.run(() => ports.ask('undoFill', { tabId }));
    if (!answer) return;
    setReport(null);
    setUndone(answer);
    onFilled();
  };
  return (
    <>
      {action.refused ? <RefusalNotice refused={action.refused} moneyless /> : null}
      <Button
        kind={nothing ? 'plain' : 'main'}
        wide
        icon="parcel"
        busy={action.busy}
        onPress={() => fill(false)}
      >
        {t('page.fill')}
      </Button>
      {report || undone ? (
        <div ref={said} tabIndex={-1}>
          {report ? (
            <FillNotice report={report} busy={action.busy} onUndo={undo} onReplace={() => fill(true)} />
          ) : null}
          {undone ? (
            <Notice title={t('page.undone', { undone: undone.undone })}>
              {undone.left > 0 ? <p>{t('page.left', { left: undone.left })}</p> : null}
            </Notice>
          ) : null}
        </div>
      ) : null}
      <PayForm {...{ page, card, purchases }} />
    </>
  );
}
