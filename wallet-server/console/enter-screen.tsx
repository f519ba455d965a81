import { useState } from 'preact/hooks';
import { Button } from '#extension/ui/button.tsx';
import { RefusalNotice } from '#extension/ui/refusal-notice.tsx';
import { RestingPasskey } from '#extension/ui/resting-passkey.tsx';
import { useText } from '#extension/ui/surroundings.tsx';
import { useAction } from '#extension/ui/use-action.ts';
import type { Member } from '#shared/api/people.ts';
import type { ConsolePorts } from './console-ports.ts';
import { join, signIn } from './enter.ts';
import { makeKeepPasskey } from './passkey-acts.ts';

interface EnterScreenProps {
  ports: ConsolePorts;
  /** Whether somebody was signed in here a moment ago, and is not any more. */
  ended: boolean;
  onEntered: (member: Member) => void;
}

/** Sign in, or join as a new person who sells. */
export function EnterScreen(props: EnterScreenProps) {
  const { t, locale } = useText();
  const signing = useAction();
  const joining = useAction();
  const [restingId, setRestingId] = useState<string | null>(null);
  const refused = signing.refused ?? joining.refused ?? (props.ended ? 'session_expired' : null);
  const enter = async () => {
    setRestingId(null);
    const member = await signing.run(() => signIn(props.ports, setRestingId));
    if (member) props.onEntered(member);
  };
  const begin = async () => {
    const member = await joining.run(() => join(props.ports, locale));
    if (member) props.onEntered(member);
  };
  return (
    <main class="console-alone stack stack-wide">
      <div class="stack stack-close">
        <h1>{t('console.title')}</h1>
        <p class="quiet">{t('console.why')}</p>
      </div>
      {restingId === null ? null : (
        <RestingPasskey
          keep={makeKeepPasskey(props.ports)}
          credentialId={restingId}
          onKept={() => {
            setRestingId(null);
            signing.forget();
          }}
        />
      )}
      {refused && restingId === null ? <RefusalNotice refused={refused} moneyless /> : null}
      <Button kind="main" large wide icon="key" busy={signing.busy} onPress={enter}>
        {t('console.sign_in')}
      </Button>
      <Button wide busy={joining.busy} onPress={begin}>
        {t('console.join')}
      </Button>
    </main>
  );
}
