import { useMemo, useState } from 'preact/hooks';
import { makeKnownWords } from '../detect/known-words.ts';
import type { CopiedPage } from '../messages/why-map.ts';
import { Button } from '../ui/button.tsx';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { useText } from '../ui/surroundings.tsx';
import { useAction } from '../ui/use-action.ts';
import { cleanCopy } from './clean-copy.ts';
import { makeLabels, type SaidField } from './make-labels.ts';
import { listPublicNames } from './public-names.ts';
import type { WhyPorts } from './why-ports.ts';

interface CopySectionProps {
  ports: WhyPorts;
  tabId: number;
  host: string;
  said: readonly SaidField[];
}

/** Makes a copy of the form in which no word is anybody's, and saves it where its owner wants it. */
export function CopySection(props: CopySectionProps) {
  const { t } = useText();
  const { ports, tabId } = props;
  const action = useAction();
  const [page, setPage] = useState<CopiedPage | null>(null);
  const copy = async () => setPage(await action.run(() => ports.ask('copyForm', { tabId })));
  return (
    <section class="sheet stack">
      <h2>{t('copy.title')}</h2>
      <p>{t('copy.what')}</p>
      {action.refused ? <RefusalNotice refused={action.refused} moneyless /> : null}
      {page ? (
        <CopiedForm {...props} page={page} />
      ) : (
        <Button kind="main" icon="page" busy={action.busy} onPress={copy}>
          {t('copy.make')}
        </Button>
      )}
    </section>
  );
}

function CopiedForm({ ports, host, said, page }: CopySectionProps & { page: CopiedPage }) {
  const { t } = useText();
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const known = useMemo(() => makeKnownWords(listPublicNames(page.language)), [page]);
  const all = useMemo(() => cleanCopy(page, known, new Set()).takenOut, [page, known]);
  const copy = cleanCopy(page, known, kept);
  const id = host.replace(/[^a-z0-9]+/g, '_');
  const toggle = (word: string) => {
    const next = new Set(kept);
    if (!next.delete(word)) next.add(word);
    setKept(next);
  };
  const save = () => ports.saveFile(`${id}.html`, 'text/html', copy.html);
  const saveLabels = () => {
    const labels = makeLabels({ id, language: page.language }, copy, said);
    ports.saveFile(`${id}.json`, 'application/json', `${JSON.stringify(labels, null, 1)}\n`);
  };
  return (
    <>
      {all.length > 0 ? (
        <fieldset class="why-words">
          <legend>{t('copy.taken_out', { count: all.length })}</legend>
          <p class="small quiet">{t('copy.put_back')}</p>
          <div class="row">
            {all.map(word => (
              <label key={word} class="why-word">
                <input type="checkbox" checked={kept.has(word)} onChange={() => toggle(word)} /> {word}
              </label>
            ))}
          </div>
        </fieldset>
      ) : null}
      <details class="fold">
        <summary>{t('copy.look')}</summary>
        <textarea class="why-copy mono" readOnly rows={14} aria-label={t('copy.look')} value={copy.html} />
      </details>
      <div class="row">
        <Button kind="main" onPress={save}>
          {t('copy.save_page')}
        </Button>
        <Button onPress={saveLabels}>{t('copy.save_labels')}</Button>
      </div>
      <p class="small quiet">{t('copy.where')}</p>
    </>
  );
}
