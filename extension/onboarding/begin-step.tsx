import { useState } from 'preact/hooks';
import type { WalletState } from '../messages/wallet-messages.ts';
import { keepByPasskey } from '../popup/passkey-acts.ts';
import { ServerAccessNote } from '../popup/server-access-note.tsx';
import { Button } from '../ui/button.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { RestingPasskey } from '../ui/resting-passkey.tsx';
import { useText } from '../ui/surroundings.tsx';
import { useAction } from '../ui/use-action.ts';
import { type Finish, join, signIn } from './join.ts';
import type { OnboardingPorts } from './onboarding-ports.ts';

interface BeginStepProps {
  ports: OnboardingPorts;
  onState: (state: WalletState) => void;
  onPassphrase: (finish: Finish) => void;
}

const POINTS = ['virtual', 'confirm', 'parcel'] as const;
const ICONS: Record<(typeof POINTS)[number], IconName> = { virtual: 'eye', confirm: 'key', parcel: 'parcel' };

/** What it is in three short points, and the two ways in. */
export function BeginStep({ ports, onState, onPassphrase }: BeginStepProps) {
  const { t, locale } = useText();
  const joining = useAction();
  const signingIn = useAction();
  const [restingId, setRestingId] = useState<string | null>(null);
  const begin = async () => {
    const begun = await joining.run(() => join(ports, locale));
    if (!begun) return;
    if ('state' in begun) onState(begun.state);
    else onPassphrase(begun.needsPassphrase);
  };
  const enter = async () => {
    setRestingId(null);
    const state = await signingIn.run(() => signIn(ports, setRestingId));
    if (state) onState(state);
  };
  const refused = joining.refused ?? signingIn.refused;
  return (
    <>
      <h1>{t('onboarding.title')}</h1>
      <ul class="stack">
        {POINTS.map(point => (
          <li key={point} class="onboarding-point">
            <Icon name={ICONS[point]} />
            <span>
              <strong>{t(`onboarding.${point}`)}</strong> {t(`onboarding.${point}_why`)}
            </span>
          </li>
        ))}
      </ul>
      {refused && restingId === null ? <RefusalNotice refused={refused} moneyless /> : null}
      {restingId === null ? null : (
        <RestingPasskey
          keep={keeping => keepByPasskey(ports.unlock, keeping)}
          credentialId={restingId}
          onKept={() => {
            setRestingId(null);
            signingIn.forget();
          }}
        />
      )}
      <ServerAccessNote access={ports.unlock.serverAccess} />
      <div class="stack">
        <Button kind="main" large wide icon="key" busy={joining.busy} onPress={begin}>
          {t('onboarding.create_passkey')}
        </Button>
        <p class="small quiet" role="status">
          {t(joining.busy ? 'onboarding.passkey_waits' : 'onboarding.passkey_what')}
        </p>
        <Button wide busy={signingIn.busy} onPress={enter}>
          {t('onboarding.sign_in')}
        </Button>
      </div>
    </>
  );
}
