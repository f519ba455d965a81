import { useState } from 'preact/hooks';
import type { Answer } from '#extension/ui/answer.ts';
import { Button } from '#extension/ui/button.tsx';
import { Dialog } from '#extension/ui/dialog.tsx';
import { Notice } from '#extension/ui/notice.tsx';
import { NumberText } from '#extension/ui/number-text.tsx';
import { RefusalNotice } from '#extension/ui/refusal-notice.tsx';
import { useText } from '#extension/ui/surroundings.tsx';
import { useAction } from '#extension/ui/use-action.ts';
import type { Member } from '#shared/api/people.ts';
import { useShop } from './console-context.tsx';
import type { ConsolePorts } from './console-ports.ts';

const POINTS = ['number', 'record', 'stays'] as const;

/** One number for a person who sells here and buys with another membership (S16). */
export function UniteMemberships() {
  const { t } = useText();
  const { ports } = useShop();
  const action = useAction();
  const [open, setOpen] = useState(false);
  const [member, setMember] = useState<Member | null>(null);
  const unite = async () => {
    const united = await action.run(() => uniteByPasskey(ports));
    if (!united) return;
    setOpen(false);
    setMember(united);
  };
  return (
    <section class="stack">
      <h2>{t('settings.unite')}</h2>
      <p>{t('unite.what')}</p>
      {member ? (
        <Notice kind="done" title={t('unite.done')}>
          <p>
            {t('unite.done_means')} <NumberText number={member.number} />
          </p>
        </Notice>
      ) : (
        <div>
          <Button onPress={() => setOpen(true)}>{t('popup.place.unite')}</Button>
        </div>
      )}
      <Dialog open={open} title={t('popup.place.unite')} onClose={() => setOpen(false)}>
        <ul class="points">
          {POINTS.map(point => (
            <li key={point}>{t(`unite.${point}`)}</li>
          ))}
        </ul>
        <p class="small quiet">{t('unite.how')}</p>
        {action.refused ? <RefusalNotice refused={action.refused} /> : null}
        <div class="dialog-acts">
          <Button onPress={() => setOpen(false)}>{t('ui.back')}</Button>
          <Button kind="main" icon="key" busy={action.busy} onPress={unite}>
            {t('unite.act')}
          </Button>
        </div>
      </Dialog>
    </section>
  );
}

async function uniteByPasskey(ports: ConsolePorts): Promise<Answer<Member>> {
  const begun = await ports.call('beginSignIn', { body: {} });
  if ('refused' in begun) return begun;
  const asked = await ports.askPasskey(begun.ok.options);
  if ('refused' in asked) return asked;
  const { signInId } = begun.ok;
  return ports.call('uniteMemberships', { body: { signInId, credential: asked.ok } });
}
