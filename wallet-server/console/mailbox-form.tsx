import { useState } from 'preact/hooks';
import { Button } from '#extension/ui/button.tsx';
import { Field } from '#extension/ui/field.tsx';
import { RefusalNotice } from '#extension/ui/refusal-notice.tsx';
import { useText } from '#extension/ui/surroundings.tsx';
import { useAction } from '#extension/ui/use-action.ts';
import { useWrongFocus } from '#extension/ui/use-wrong-focus.ts';
import type { CallResult } from '#shared/api/call.ts';
import { beginMailboxProof } from '#shared/api/mailbox.ts';
import { keepVisible } from '#shared/api/visible-text.ts';
import { hashMailboxConsent } from '#shared/passkey/mailbox-consent.ts';
import { useShop } from './console-context.tsx';

const { mailbox: Mailbox } = beginMailboxProof.body.shape;

interface MailboxFormProps {
  onClose: () => void;
  onDone: (mailbox: string) => void;
}

/** A letter that is on its way, and where to. */
interface Sent {
  proofId: string;
  mailbox: string;
}
type Change = CallResult<'proveMailbox'>;

/** Three steps: the address, the code that was mailed there, a passkey over exactly that address. */
export function MailboxForm({ onClose, onDone }: MailboxFormProps) {
  const [sent, setSent] = useState<Sent | null>(null);
  const [change, setChange] = useState<Change | null>(null);
  const over = () => {
    setChange(null);
    setSent(null);
  };
  if (change) return <SignStep change={change} onClose={onClose} onOver={over} onDone={onDone} />;
  if (sent)
    return <CodeStep key={sent.proofId} sent={sent} onBack={over} onAgain={setSent} onProven={setChange} />;
  return <AddressStep onClose={onClose} onSent={setSent} />;
}

function AddressStep({ onClose, onSent }: { onClose: () => void; onSent: (sent: Sent) => void }) {
  const { t } = useText();
  const { ports } = useShop();
  const action = useAction();
  const [mailbox, setMailbox] = useState('');
  const [tries, setTries] = useState(0);
  const form = useWrongFocus(tries);
  const wrong = findWrong(mailbox);
  const submit = async (event: Event) => {
    event.preventDefault();
    setTries(before => before + 1);
    if (wrong) return action.forget();
    const body = { mailbox: keepVisible(mailbox) };
    const sent = await action.run(() => ports.call('beginMailboxProof', { body }));
    if (sent) onSent({ ...sent, ...body });
  };
  return (
    <form ref={form} class="stack" onSubmit={submit} noValidate>
      <Field
        label={t('mailbox.address')}
        hint={t('mailbox.address_hint')}
        value={mailbox}
        onChange={setMailbox}
        error={tries > 0 && wrong ? t(wrong) : null}
        input={{ type: 'email', autocomplete: 'email', maxLength: 254 }}
      />
      {action.refused ? <RefusalNotice refused={action.refused} /> : null}
      <div class="dialog-acts">
        <Button onPress={onClose}>{t('ui.back')}</Button>
        <Button submit kind="main" busy={action.busy}>
          {t('mailbox.send')}
        </Button>
      </div>
    </form>
  );
}

function findWrong(typed: string) {
  const mailbox = keepVisible(typed);
  if (mailbox === '') return 'data.missing' as const;
  return Mailbox.safeParse(mailbox).success ? null : ('data.email_wrong' as const);
}

const CODE_INPUT = { inputMode: 'numeric', autocomplete: 'one-time-code', class: 'code-input' } as const;

interface CodeStepProps {
  sent: Sent;
  onBack: () => void;
  onAgain: (sent: Sent) => void;
  onProven: (change: Change) => void;
}

function CodeStep({ sent: { proofId, mailbox }, onBack, onAgain, onProven }: CodeStepProps) {
  const { t } = useText();
  const { ports } = useShop();
  const action = useAction();
  const [code, setCode] = useState('');
  const [tries, setTries] = useState(0);
  const form = useWrongFocus(tries);
  const complete = code.replace(/\D/g, '').length === 6;
  const submit = async (event: Event) => {
    event.preventDefault();
    setTries(before => before + 1);
    if (!complete) return action.forget();
    const change = await action.run(() =>
      ports.call('proveMailbox', { params: { proofId }, body: { code: code.trim() } }),
    );
    if (change) onProven(change);
  };
  const sendAgain = async () => {
    const sent = await action.run(() => ports.call('beginMailboxProof', { body: { mailbox } }));
    if (sent) onAgain({ ...sent, mailbox });
  };
  return (
    <form ref={form} class="stack" onSubmit={submit} noValidate>
      <p role="status">{t('mailbox.sent', { mailbox })}</p>
      <Field
        label={t('code.label')}
        hint={t('mailbox.code_hint')}
        value={code}
        onChange={setCode}
        error={tries > 0 && !complete ? t('code.incomplete') : null}
        input={CODE_INPUT}
      />
      {action.refused ? <RefusalNotice refused={action.refused} /> : null}
      <div class="dialog-acts">
        <Button onPress={onBack}>{t('mailbox.other_address')}</Button>
        <Button busy={action.busy} onPress={sendAgain}>
          {t('code.again')}
        </Button>
        <Button submit kind="main" busy={action.busy}>
          {t('mailbox.check')}
        </Button>
      </div>
    </form>
  );
}

interface SignStepProps extends MailboxFormProps {
  change: Change;
  /** The question for the passkey was used up. */
  onOver: () => void;
}

function SignStep({ change: { changeId, consent, options }, onClose, onOver, onDone }: SignStepProps) {
  const { t } = useText();
  const { ports } = useShop();
  const action = useAction();
  const [over, setOver] = useState(false);
  const sign = async () => {
    const done = await action.run(async () => {
      const asked = await ports.askPasskey({ ...options, challenge: hashMailboxConsent(consent) });
      if ('refused' in asked) return asked;
      const answer = await ports.call('changeMailbox', { body: { changeId, credential: asked.ok } });
      setOver('refused' in answer);
      return answer;
    });
    if (done) onDone(consent.mailbox);
  };
  return (
    <>
      <p>{t('mailbox.sign_means')}</p>
      <p class="mono console-mailbox">{consent.mailbox}</p>
      {consent.replaces ? <p class="small quiet">{t('mailbox.former_told')}</p> : null}
      {action.refused ? <RefusalNotice refused={action.refused} /> : null}
      <div class="dialog-acts">
        <Button onPress={onClose}>{t('ui.back')}</Button>
        {over ? (
          <Button kind="main" onPress={onOver}>
            {t('mailbox.begin_again')}
          </Button>
        ) : (
          <Button kind="main" icon="key" busy={action.busy} onPress={sign}>
            {t('mailbox.sign')}
          </Button>
        )}
      </div>
    </>
  );
}
