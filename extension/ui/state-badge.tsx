import type { PurchaseState } from '#shared/purchase/state.ts';
import { Icon, type IconName } from './icon.tsx';
import { useText } from './surroundings.tsx';

const LOOKS: Record<PurchaseState, { icon: IconName; tone: 'held' | 'done' | 'refused' | 'over' }> = {
  order_received: { icon: 'clock', tone: 'held' },
  identity_confirmed: { icon: 'check', tone: 'held' },
  shipped: { icon: 'truck', tone: 'held' },
  received: { icon: 'parcel', tone: 'done' },
  closed: { icon: 'check', tone: 'done' },
  declined: { icon: 'cross', tone: 'refused' },
  expired: { icon: 'clock', tone: 'over' },
  cancelled: { icon: 'cross', tone: 'over' },
  disputed: { icon: 'scales', tone: 'refused' },
  returned: { icon: 'return', tone: 'held' },
  refunded: { icon: 'return', tone: 'over' },
};

/** A state as a word with its own drawing; colour only follows. */
export function StateBadge({ state }: { state: PurchaseState }) {
  const { t } = useText();
  const { icon, tone } = LOOKS[state];
  return (
    <span class={`badge badge-${tone}`}>
      <Icon name={icon} />
      {t(`state.${state}`)}
    </span>
  );
}
