import { useMemo } from 'preact/hooks';
import { PasskeyList } from '../ui/passkey-list.tsx';
import type { PasskeyPorts } from '../ui/passkey-ports.ts';
import { useText } from '../ui/surroundings.tsx';
import { confirmMadePasskey, keepByPasskey, makePasskey, removeByPasskey } from './passkey-acts.ts';
import { PlaceHead } from './place-head.tsx';
import { usePopup } from './popup-context.tsx';
import type { PopupPorts } from './popup-ports.ts';
import { ServerAccessNote } from './server-access-note.tsx';

/** The person's passkeys, in a window of their own. */
export function PasskeysScreen() {
  const { t } = useText();
  const { ports } = usePopup();
  const passkeyPorts = useMemo(() => makePasskeyPorts(ports), [ports]);
  return (
    <div class="stack stack-wide">
      <PlaceHead title={t('popup.place.passkeys')} back="settings" />
      <PasskeyList ports={passkeyPorts} />
    </div>
  );
}

function makePasskeyPorts(ports: PopupPorts): PasskeyPorts {
  return {
    list: () => ports.ask('listPasskeys', {}),
    async make() {
      const made = await makePasskey(ports);
      return 'refused' in made ? made : { ok: { confirm: () => confirmMadePasskey(ports, made.ok) } };
    },
    beginRemoval: credentialId => ports.ask('beginPasskeyRemoval', { credentialId }),
    remove: (credentialId, removal) => removeByPasskey(ports, credentialId, removal),
    keep: keeping => keepByPasskey(ports.unlock, keeping),
    note: <ServerAccessNote access={ports.unlock.serverAccess} />,
  };
}
