import { useState } from 'preact/hooks';
import { type Explanation, explainFields } from '../detect/explain-field.ts';
import type { FieldDescription } from '../detect/field-description.ts';
import type { FieldsOfFrame } from '../messages/why-map.ts';
import { Empty } from '../ui/empty.tsx';
import { Loading } from '../ui/loading.tsx';
import { chooseLocale } from '../ui/locale.ts';
import { Surround, useText } from '../ui/surroundings.tsx';
import { useAnswer } from '../ui/use-answer.ts';
import { CopySection } from './copy-section.tsx';
import { FieldWhy } from './field-why.tsx';
import { type Meaning, toMeaning } from './meanings.ts';
import type { WhyPorts } from './why-ports.ts';

interface WhyAppProps {
  ports: WhyPorts;
  tabId: number;
}

/** Shows what each field of a tab was taken for and why, and makes a copy of the form for those who mend it. */
export function WhyApp({ ports, tabId }: WhyAppProps) {
  const state = useAnswer(() => ports.ask('getState', {}), []);
  const locale = state.value?.member?.locale ?? chooseLocale(ports.languages);
  return (
    <Surround locale={locale} clock={ports.clock}>
      <main class="why">
        <WhyTab ports={ports} tabId={tabId} />
      </main>
    </Surround>
  );
}

function WhyTab({ ports, tabId }: WhyAppProps) {
  const { t } = useText();
  const loaded = useAnswer(() => ports.ask('readTabFields', { tabId }), [tabId]);
  return (
    <Loading loaded={loaded} lines={12}>
      {({ host, frames }) => (
        <>
          <header class="stack stack-close">
            <h1>{t('why.title', { host })}</h1>
            <p class="quiet">{t('why.what')}</p>
          </header>
          {frames.length === 0 ? <Empty icon="page" title={t('page.no_fields')} /> : null}
          {frames.length > 0 ? <WhyFields ports={ports} tabId={tabId} host={host} frames={frames} /> : null}
        </>
      )}
    </Loading>
  );
}

/** A field of a frame with its explanation; `key` tells it apart from those of other frames. */
interface ExplainedField {
  key: string;
  frameId: number;
  field: FieldDescription;
  why: Explanation;
  meaning: Meaning;
}

function WhyFields(props: WhyAppProps & { host: string; frames: FieldsOfFrame[] }) {
  const { t } = useText();
  const [explained] = useState(() => props.frames.flatMap(explainFrame));
  const [said, setSaid] = useState<Record<string, Meaning>>({});
  const meaningOf = ({ key, meaning }: ExplainedField) => said[key] ?? meaning;
  const top = explained.filter(({ frameId }) => frameId === 0);
  return (
    <>
      {props.frames.map(({ frameId, origin }) => (
        <section key={frameId} class="stack" aria-label={origin}>
          {props.frames.length > 1 ? <h2>{frameId === 0 ? origin : t('why.frame', { origin })}</h2> : null}
          {explained
            .filter(one => one.frameId === frameId)
            .map(one => (
              <FieldWhy
                key={one.key}
                field={one.field}
                why={one.why}
                meaning={meaningOf(one)}
                changed={meaningOf(one) !== one.meaning}
                onChange={meaning => setSaid(before => ({ ...before, [one.key]: meaning }))}
              />
            ))}
        </section>
      ))}
      <CopySection
        ports={props.ports}
        tabId={props.tabId}
        host={props.host}
        said={top.map(one => ({ order: one.field.order, meaning: meaningOf(one) }))}
      />
    </>
  );
}

/** What the frame itself named counts: on a page of a kind that is never filled that is nothing. */
function explainFrame({ frameId, fields, named }: FieldsOfFrame): ExplainedField[] {
  const tokens = new Map(named.map(one => [one.fieldKey, one.token]));
  const descriptions = fields as FieldDescription[];
  const whys = new Map(explainFields(descriptions).map(why => [why.fieldKey, why]));
  return descriptions.flatMap(field => {
    const why = whys.get(field.key);
    if (!why) return [];
    const token = (tokens.get(field.key) ?? 'none') as typeof why.token;
    return [{ key: `${frameId}/${field.key}`, frameId, field, why, meaning: toMeaning(token) }];
  });
}
