import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

interface ButtonProps {
  children: ComponentChildren;
  kind?: 'main' | 'plain' | 'danger' | 'quiet';
  icon?: IconName;
  wide?: boolean;
  large?: boolean;
  submit?: boolean;
  /** Work is under way: it keeps its place and its focus, and takes no second press. */
  busy?: boolean;
  /** Why it cannot be pressed stands in the element with this id; the button stays reachable by keyboard. */
  refusedBy?: string | undefined;
  onPress?: () => void;
}

export function Button(props: ButtonProps) {
  const { kind = 'plain', icon, wide, large, submit, busy = false, refusedBy, onPress } = props;
  const idle = busy || refusedBy !== undefined;
  const classes = ['button', `button-${kind}`, wide && 'button-wide', large && 'button-large'];
  return (
    <button
      type={submit ? 'submit' : 'button'}
      class={classes.filter(Boolean).join(' ')}
      aria-busy={busy}
      aria-disabled={idle}
      aria-describedby={refusedBy}
      onClick={event => {
        if (idle) event.preventDefault();
        else onPress?.();
      }}
    >
      <span class="button-spinner" aria-hidden="true" />
      {icon && !busy ? <Icon name={icon} /> : null}
      <span>{props.children}</span>
    </button>
  );
}
