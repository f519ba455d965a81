import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

type NoticeKind = 'refused' | 'held' | 'done' | 'plain';
const ICONS: Record<NoticeKind, IconName> = {
  refused: 'warning',
  held: 'clock',
  done: 'check',
  plain: 'info',
};

/** Something that a person should know; refusals are read out at once, the rest when it suits. */
export function Notice(props: { kind?: NoticeKind; title: ComponentChildren; children?: ComponentChildren }) {
  const { kind = 'plain' } = props;
  return (
    <div class={`notice notice-${kind}`} role={kind === 'refused' ? 'alert' : 'status'}>
      <Icon name={ICONS[kind]} />
      <div class="stack stack-close">
        <strong>{props.title}</strong>
        {props.children}
      </div>
    </div>
  );
}
