import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { Day } from './relative-time.tsx';
import { type Branch, modelStages, type StageSubject, type Stop } from './stage-model.ts';
import { useText } from './surroundings.tsx';

/** The five stages as one line with five stops; `next` says what comes and who must act. */
export function StageLine(props: { subject: StageSubject; next: ComponentChildren }) {
  const { t } = useText();
  const { stops, branch } = modelStages(props.subject);
  const next = useRef<HTMLParagraphElement>(null);
  const { state } = props.subject;
  const shown = useRef(state);
  // What was pressed to come here is gone, and the focus with it: it goes on where the new state is told.
  useEffect(() => {
    if (shown.current === state) return;
    shown.current = state;
    // A dialog that closes with this change keeps everything else from the focus until it has closed.
    const frame = requestAnimationFrame(() => {
      if (document.activeElement?.contains(next.current)) next.current?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [state]);
  return (
    <section class="stages" aria-label={t('stages.label')}>
      <ol class="stages-line">
        {stops.map(stop => (
          <StopMark key={stop.stage} stop={stop} />
        ))}
      </ol>
      {branch ? <BranchMark branch={branch} /> : null}
      <p ref={next} class="stages-next" tabIndex={-1}>
        {props.next}
      </p>
    </section>
  );
}

function StopMark({ stop }: { stop: Stop }) {
  const { t } = useText();
  return (
    <li class="stage" data-status={stop.status} aria-current={stop.status === 'current' ? 'step' : undefined}>
      <span class="stage-stop">{stop.status === 'done' ? <Icon name="check" /> : null}</span>
      <span class="stage-name">{t(`stage.${stop.stage}`)}</span>
      <span class="visually-hidden">{t(`stages.${stop.status}`)}</span>
      {stop.reachedAtMs === null ? null : <Day atMs={stop.reachedAtMs} />}
    </li>
  );
}

function BranchMark({ branch }: { branch: Branch }) {
  const { t } = useText();
  const style = `--from: ${Math.min(branch.from + 1, 4)}; --indent: ${branch.from === 4 ? 3 : 1}`;
  return (
    <div class="stages-branch">
      <div style={style}>
        <span class="stages-branch-elbow" aria-hidden="true" />
        <span class="stages-branch-name">{t(`state.${branch.state}`)}</span>
        {branch.atMs === null ? null : <Day atMs={branch.atMs} />}
      </div>
    </div>
  );
}
