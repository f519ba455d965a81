import type { FillReport } from '../messages/popup-map.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useText } from '../ui/surroundings.tsx';
import { nameField } from './name-field.ts';

interface FillNoticeProps {
  report: FillReport;
  busy: boolean;
  onUndo: () => void;
  onReplace: () => void;
}

/** What a fill did: how much was written, which fields were not and why, and the way back. */
export function FillNotice({ report, busy, onUndo, onReplace }: FillNoticeProps) {
  const text = useText();
  const { t } = text;
  const filled = report.frames.reduce((sum, frame) => sum + frame.filled, 0);
  const unfilled = report.frames.flatMap(frame => frame.unfilled);
  const typed = unfilled.some(({ why }) => why === 'kept_owner_value');
  return (
    <Notice
      kind={unfilled.length > 0 || filled === 0 ? 'plain' : 'done'}
      title={t('page.filled', { filled })}
    >
      {unfilled.length > 0 ? (
        <>
          <p>{t('page.unfilled', { unfilled: unfilled.length })}</p>
          <dl class="facts small">
            {unfilled.map(({ id, label, token, why }) => (
              <div key={id} style={{ display: 'contents' }}>
                <dt>{nameField({ label, token }, text)}</dt>
                <dd>{t(`page.why.${why}`)}</dd>
              </div>
            ))}
          </dl>
        </>
      ) : null}
      <div class="row">
        {filled > 0 ? (
          <Button kind="quiet" icon="return" busy={busy} onPress={onUndo}>
            {t('page.undo')}
          </Button>
        ) : null}
        {typed ? (
          <Button kind="quiet" busy={busy} onPress={onReplace}>
            {t('page.replace')}
          </Button>
        ) : null}
      </div>
    </Notice>
  );
}
