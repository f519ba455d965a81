import { useEffect, useRef, useState } from 'preact/hooks';
import type { Consent } from '#shared/purchase/consent.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { useText } from '../ui/surroundings.tsx';
import { useAction } from '../ui/use-action.ts';
import type { ConfirmPorts } from './confirm-ports.ts';
import { ConfirmRefusal } from './confirm-refusal.tsx';
import type { Decision } from './decision.ts';
import { useRefusalEnd } from './use-refusal-end.ts';

interface CodeFormProps {
  ports: ConfirmPorts;
  consent: Consent;
  consentHash: string;
  onDecided: (decision: Decision) => void;
}

const CODE_INPUT = {
  inputMode: 'numeric',
  autocomplete: 'one-time-code',
  required: true,
  class: 'code-input',
} as const;

/** Asks for the mailed code and takes its six digits. */
export function CodeForm({ ports, consent, consentHash, onDecided }: CodeFormProps) {
  const text = useText();
  const sending = useAction();
  const action = useAction();
  const [code, setCode] = useState('');
  const [sent, setSent] = useState(false);
  const { purchaseId } = consent;
  const [tries, setTries] = useState(0);
  const [triesLeft, setTriesLeft] = useState<number | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const request = async () => {
    setSent(false);
    form.current?.querySelector('input')?.focus();
    setSent((await sending.run(() => ports.ask('requestCode', { purchaseId }))) !== null);
  };
  // An effect runs after the form is drawn: what was typed by then must stand, so nothing is emptied here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: one code is asked for when the form opens
  useEffect(() => {
    request();
  }, [purchaseId]);
  const requestAgain = () => {
    action.forget();
    setCode('');
    setTries(0);
    return request();
  };
  // Asked, not counted here: a reply by mail and another window use up tries of the same code.
  const countTries = async () => {
    const told = await ports.ask('getCode', { purchaseId });
    return 'ok' in told ? told.ok.triesLeft : null;
  };
  const complete = /^\d{6}$/.test(code);
  const submit = async (event: Event) => {
    event.preventDefault();
    setTries(before => before + 1);
    form.current?.querySelector('input')?.focus();
    if (!complete) return action.forget();
    const done = await action.run(async () => {
      const answer = await ports.ask('confirmByCode', { purchaseId, consentHash, code });
      if ('refused' in answer && answer.refused === 'code_wrong') setTriesLeft(await countTries());
      return answer;
    });
    if (done) onDecided({ state: 'confirmed', fill: done.fill });
    else {
      setCode('');
      setTries(0);
    }
  };
  const refused = action.refused ?? sending.refused;
  useRefusalEnd(refused, onDecided);
  const amount = text.money(consent.amountMinor, consent.currency);
  return (
    <form ref={form} class="stack" onSubmit={submit} noValidate>
      <Field
        label={text.t('code.label')}
        value={code}
        onChange={entry => setCode(entry.replace(/\D/g, '').slice(0, 6))}
        hint={text.t(sent ? 'code.sent' : 'code.sending')}
        error={tries > 0 && !complete && !action.busy ? text.t('code.incomplete') : null}
        input={CODE_INPUT}
      />
      {refused ? <ConfirmRefusal {...{ ports, consent, refused, triesLeft }} /> : null}
      <Button submit kind="main" large wide busy={action.busy}>
        {text.t('confirm.go', { amount, payee: consent.payeeName })}
      </Button>
      <Button kind="quiet" icon="mail" busy={sending.busy} onPress={requestAgain}>
        {text.t('code.again')}
      </Button>
    </form>
  );
}
