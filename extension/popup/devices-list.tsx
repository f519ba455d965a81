import { Button } from '../ui/button.tsx';
import { Loading } from '../ui/loading.tsx';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { useText } from '../ui/surroundings.tsx';
import { useAction } from '../ui/use-action.ts';
import { useAnswer } from '../ui/use-answer.ts';
import { usePopup } from './popup-context.tsx';

/** The devices that are signed in; another one can be put out from here. */
export function DevicesList() {
  const { t } = useText();
  const { ports } = usePopup();
  const action = useAction();
  const loaded = useAnswer(() => ports.ask('listDevices', {}), []);
  const remove = async (deviceId: string) => {
    if (await action.run(() => ports.ask('removeDevice', { deviceId }))) loaded.reload();
  };
  return (
    <>
      {action.refused ? <RefusalNotice refused={action.refused} moneyless /> : null}
      <Loading loaded={loaded} lines={2}>
        {({ devices }) => (
          <ul class="list">
            {devices.map(device => (
              <li key={device.id} class="row row-apart list-line">
                <span class="stack stack-close">
                  <strong>{device.name}</strong>
                  <span class="small quiet">
                    {device.current ? t('settings.this_device') : <RelativeTime atMs={device.seenAtMs} />}
                  </span>
                </span>
                {device.current ? null : (
                  <Button kind="danger" busy={action.busy} onPress={() => remove(device.id)}>
                    {t('settings.remove_device')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loading>
    </>
  );
}
