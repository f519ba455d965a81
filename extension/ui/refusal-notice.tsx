import type { ComponentChildren } from 'preact';
import type { ScreenRefusal } from './answer.ts';
import { Notice } from './notice.tsx';
import { REFUSAL_ADVICE } from './refusal-advice.ts';
import { useText } from './surroundings.tsx';

interface RefusalNoticeProps {
  refused: ScreenRefusal;
  /** What was asked for moves no money: then none can be in doubt. */
  moneyless?: boolean;
  /** `children` say what to do, closer to the case than the general sentence. */
  advised?: boolean;
  children?: ComponentChildren;
}

/** A refusal in full: what happened, what it means for the money, what to do. `children` may offer the doing. */
export function RefusalNotice(props: RefusalNoticeProps) {
  const { t, gap } = useText();
  const { money, advice } = REFUSAL_ADVICE[props.refused];
  const sentences = money === 'none' || props.moneyless ? [] : [t(`refusal_money.${money}`)];
  if (!props.advised) sentences.push(t(`refusal_advice.${advice}`));
  return (
    <Notice kind="refused" title={t(`refusal.${props.refused}`)}>
      {sentences.length > 0 ? <p>{sentences.join(gap)}</p> : null}
      {props.children}
    </Notice>
  );
}
