import type { ComponentChildren } from 'preact';
import type { ScreenRefusal } from './answer.ts';
import { Notice } from './notice.tsx';
import { REFUSAL_ADVICE } from './refusal-advice.ts';
import { useText } from './surroundings.tsx';

interface RefusalNoticeProps {
  refused: ScreenRefusal;
  /** Nothing was asked to be done: then no money can be in doubt. */
  reading?: boolean;
  children?: ComponentChildren;
}

/** A refusal in full: what happened, what it means for the money, what to do. `children` may offer the doing. */
export function RefusalNotice(props: RefusalNoticeProps) {
  const { t } = useText();
  const { money, advice } = REFUSAL_ADVICE[props.refused];
  return (
    <Notice kind="refused" title={t(`refusal.${props.refused}`)}>
      <p>
        {money === 'none' || props.reading ? null : `${t(`refusal_money.${money}`)} `}
        {t(`refusal_advice.${advice}`)}
      </p>
      {props.children}
    </Notice>
  );
}
