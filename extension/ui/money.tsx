import { useText } from './surroundings.tsx';

/** An amount in minor units with its currency, in the form of the chosen language. */
export function Money(props: { amountMinor: string; currency: string }) {
  return <span class="money">{useText().money(props.amountMinor, props.currency)}</span>;
}
