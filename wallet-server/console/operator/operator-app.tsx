import { useState } from 'preact/hooks';
import { Button } from '#extension/ui/button.tsx';
import { Field } from '#extension/ui/field.tsx';
import { chooseLocale } from '#extension/ui/locale.ts';
import { RefusalNotice } from '#extension/ui/refusal-notice.tsx';
import { Surround, useText } from '#extension/ui/surroundings.tsx';
import { useAction } from '#extension/ui/use-action.ts';
import type { Condition } from '#shared/api/operators.ts';
import { ConditionScreen } from './condition-screen.tsx';
import type { OperatorPorts } from './operator-ports.ts';

interface Entered {
  key: string;
  condition: Condition;
}

/** The operator's page: in by key, then how the server does. */
export function OperatorApp({ ports }: { ports: OperatorPorts }) {
  const [entered, setEntered] = useState<Entered | null>(null);
  return (
    <Surround locale={chooseLocale(ports.languages)} clock={ports.clock}>
      {entered ? (
        <ConditionScreen
          first={entered.condition}
          read={() => ports.readCondition(entered.key)}
          readPayouts={() => ports.listPayouts(entered.key)}
          giveUpPayout={payoutId => ports.giveUpPayout(entered.key, payoutId)}
          onLeave={() => setEntered(null)}
        />
      ) : (
        <KeyScreen ports={ports} onEntered={setEntered} />
      )}
    </Surround>
  );
}

function KeyScreen({ ports, onEntered }: { ports: OperatorPorts; onEntered: (entered: Entered) => void }) {
  const { t } = useText();
  const [key, setKey] = useState('');
  const action = useAction();
  const enter = async () => {
    const condition = await action.run(() => ports.readCondition(key.trim()));
    if (condition) onEntered({ key: key.trim(), condition });
  };
  return (
    <main class="console-alone">
      <form
        class="stack stack-wide"
        onSubmit={event => {
          event.preventDefault();
          enter();
        }}
      >
        <div class="stack stack-close">
          <h1>{t('operator.title')}</h1>
          <p class="quiet">{t('operator.why')}</p>
        </div>
        {action.refused ? <RefusalNotice refused={action.refused} /> : null}
        <Field
          label={t('operator.key')}
          value={key}
          onChange={setKey}
          hint={t('operator.key_hint')}
          input={{ type: 'password', autocomplete: 'off', required: true, spellcheck: false }}
        />
        <Button kind="main" large wide submit busy={action.busy}>
          {t('operator.enter')}
        </Button>
      </form>
    </main>
  );
}
