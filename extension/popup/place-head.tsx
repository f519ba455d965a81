import { Button } from '../ui/button.tsx';
import { useText } from '../ui/surroundings.tsx';
import { usePopup } from './popup-context.tsx';
import type { FootPlace } from './route.ts';

/** Heading of a place that lies under another, with the way back. */
export function PlaceHead(props: { title: string; back: FootPlace | 'settings' }) {
  const { t } = useText();
  const { go } = usePopup();
  return (
    <div class="place-head">
      <Button kind="quiet" icon="back" onPress={() => go({ place: props.back })}>
        {t(`popup.place.${props.back}`)}
      </Button>
      <h1>{props.title}</h1>
    </div>
  );
}
