import type { ComponentChildren } from 'preact';
import type { PurchaseView } from '#shared/api/purchase-view.ts';
import type { Card } from '#shared/card/card.ts';
import { listKnownHosts } from '../messages/known-hosts.ts';
import type { PreviewFrame, TabPreview } from '../messages/popup-map.ts';
import { Button } from '../ui/button.tsx';
import { HostWarning } from '../ui/host-warning.tsx';
import { Loading } from '../ui/loading.tsx';
import { useText } from '../ui/surroundings.tsx';
import { useAnswer } from '../ui/use-answer.ts';
import { nameField } from './name-field.ts';
import { PageActs } from './page-acts.tsx';
import { usePopup } from './popup-context.tsx';

/** What a fill with `card` would write into the tab, and the two things to do there. */
export function PageFill(props: {
  card: Card;
  tabId: number;
  /** What was bought so far; null until it is known. */
  purchases: PurchaseView[] | null;
  /** What to say where the page asks for that currency. */
  note: (askedCurrency: string | null | undefined) => ComponentChildren;
  children: ComponentChildren;
}) {
  const { card, tabId, purchases } = props;
  const { ports } = usePopup();
  const preview = useAnswer(() => ports.ask('getTabPreview', { tabId, cardId: card.id }), [tabId, card.id]);
  return (
    <div class="stack">
      <Loading loaded={preview} lines={4}>
        {page => <PageHead page={page} purchases={purchases ?? []} />}
      </Loading>
      {props.children}
      {props.note(preview.value?.checkout?.currency)}
      {preview.value && preview.value.access !== 'impossible' ? (
        <PageActs page={preview.value} {...{ card, purchases }} onFilled={preview.reload} />
      ) : null}
    </div>
  );
}

function PageHead({ page, purchases }: { page: TabPreview; purchases: PurchaseView[] }) {
  const { t } = useText();
  const { ports } = usePopup();
  if (page.access === 'impossible') {
    return (
      <div class="stack stack-close page-head">
        <h1>{t('page.impossible')}</h1>
        <p class="quiet">{t('page.impossible_what')}</p>
      </div>
    );
  }
  const fields = page.frames.flatMap(frame => frame.fields);
  const cardFields = page.frames.reduce((sum, frame) => sum + frame.cardFields.length, 0);
  return (
    <div class="stack stack-close page-head">
      <h1>{page.host}</h1>
      <HostWarning host={page.host} known={listKnownHosts(purchases)} />
      <p class="quiet">
        {fields.length + cardFields === 0
          ? t(page.access === 'withheld' ? 'page.withheld' : 'page.no_fields')
          : t('page.found', { delivery: fields.length, card: cardFields })}
      </p>
      {fields.length + cardFields > 0 ? <FieldList page={page} /> : null}
      <div class="page-why">
        <Button kind="quiet" icon="info" onPress={() => ports.openWhy(page.tabId)}>
          {t('why.open')}
        </Button>
      </div>
    </div>
  );
}

/** All frames as the one form that they make; a frame of another site is named before what goes into it. */
function FieldList({ page }: { page: TabPreview }) {
  const text = useText();
  const { t } = text;
  return (
    <details class="fold">
      <summary>{t('page.fields')}</summary>
      <div class="stack">
        {listSites(page.frames).map(({ origin, ownSite, frames }) => (
          <section key={origin} class="stack stack-close">
            {ownSite ? null : <h2 class="small">{t('page.frame_of', { origin })}</h2>}
            <dl class="facts small">
              {frames.flatMap(frame => [
                ...frame.fields.map(({ fieldKey, label, token, value, refused }) => (
                  <Fact
                    key={`${frame.frameId}/${fieldKey}`}
                    name={nameField({ label, token }, text)}
                    value={value || t(`page.why.${refused ?? 'no_room'}`)}
                    quiet={!value}
                  />
                )),
                ...frame.cardFields.map(({ fieldKey, label, token }) => (
                  <Fact
                    key={`${frame.frameId}/${fieldKey}`}
                    name={nameField({ label, token }, text)}
                    value={t('page.card_later')}
                    quiet
                  />
                )),
              ])}
            </dl>
          </section>
        ))}
      </div>
    </details>
  );
}

function Fact({ name, value, quiet = false }: { name: string; value: string; quiet?: boolean }) {
  return (
    <div style={{ display: 'contents' }}>
      <dt>{name}</dt>
      <dd class={quiet ? 'quiet' : undefined}>{value}</dd>
    </div>
  );
}

/** Frames by origin, in the order of the page. */
function listSites(frames: PreviewFrame[]) {
  return [...Map.groupBy(frames, ({ origin }) => origin)].map(([origin, group]) => ({
    ...{ origin, frames: group, ownSite: group.every(({ ownSite }) => ownSite) },
  }));
}
