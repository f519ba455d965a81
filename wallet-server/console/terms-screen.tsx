import { useState } from 'preact/hooks';
import { Button } from '#extension/ui/button.tsx';
import { Loading } from '#extension/ui/loading.tsx';
import { Notice } from '#extension/ui/notice.tsx';
import { RefusalNotice } from '#extension/ui/refusal-notice.tsx';
import { useText } from '#extension/ui/surroundings.tsx';
import { useAction } from '#extension/ui/use-action.ts';
import { useAnswer } from '#extension/ui/use-answer.ts';
import type { CallResult } from '#shared/api/call.ts';
import { useShop } from './console-context.tsx';
import { printPlace } from './place.ts';
import { signTerms } from './sign-terms.ts';

type TermsChange = CallResult<'getTermsChange'>;

/** In the language of the page: what is read there is what is signed. */
function useTermsChange() {
  const { locale } = useText();
  const { call, seller } = useShop();
  const { id, termsVersion } = seller;
  return useAnswer(() => call('getTermsChange', { query: { locale } }), [id, termsVersion, locale]);
}

/** Calmly: newer terms are there to be read, and nothing is lost by waiting. */
export function TermsNotice() {
  const { t } = useText();
  const { value } = useTermsChange();
  if (!value || value.version === value.signedVersion) return null;
  const { signedVersion: signed, version } = value;
  return (
    <Notice title={t('terms.newer')}>
      <p>{t('terms.newer_means', { signed, version })}</p>
      <p>
        <a href={`#${printPlace({ name: 'terms' })}`}>{t('terms.read')}</a>
      </p>
    </Notice>
  );
}

/** What is new in the terms, all of them, and the signature (S26). */
export function TermsScreen() {
  const { t } = useText();
  const { seller } = useShop();
  const [signed, setSigned] = useState(false);
  const loaded = useTermsChange();
  return (
    <div class="stack stack-wide console-settings">
      <h1>{t('terms.title')}</h1>
      {signed ? (
        <Notice kind="done" title={t('terms.signed', { version: seller.termsVersion })}>
          <p>{t('terms.signed_means')}</p>
        </Notice>
      ) : null}
      <Loading loaded={loaded} lines={12}>
        {change =>
          change.version === change.signedVersion ? (
            <>
              {signed ? null : <p>{t('terms.current', { version: change.version })}</p>}
              <WholeText text={change.text} />
            </>
          ) : (
            <NewerTerms change={change} onSigned={() => setSigned(true)} />
          )
        }
      </Loading>
    </div>
  );
}

function NewerTerms({ change, onSigned }: { change: TermsChange; onSigned: () => void }) {
  const { t } = useText();
  const { ports, seller, putSeller } = useShop();
  const action = useAction();
  const { signedVersion, version, text, added, dropped } = change;
  const sign = async () => {
    const done = await action.run(() => signTerms(ports, { seller, version, text }));
    if (!done) return;
    onSigned();
    putSeller(done.seller);
  };
  return (
    <>
      <p>{t('terms.newer_means', { signed: signedVersion, version })}</p>
      <Sections title={t('terms.added', { version })} sections={added} />
      <Sections title={t('terms.dropped')} sections={dropped} />
      <details class="fold">
        <summary>{t('terms.whole')}</summary>
        <WholeText text={text} />
      </details>
      {action.refused ? <RefusalNotice refused={action.refused} /> : null}
      <Button kind="main" large wide icon="key" busy={action.busy} onPress={sign}>
        {t('terms.sign', { version })}
      </Button>
    </>
  );
}

function Sections({ title, sections }: { title: string; sections: readonly string[] }) {
  if (sections.length === 0) return null;
  return (
    <section class="stack stack-close">
      <h2>{title}</h2>
      {sections.map(section => (
        <p key={section}>{section}</p>
      ))}
    </section>
  );
}

function WholeText({ text }: { text: string }) {
  const { t } = useText();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by keyboard
    <section class="sheet console-terms" tabIndex={0} aria-label={t('terms.title')}>
      {text}
    </section>
  );
}
