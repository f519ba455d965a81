import type { VirtualIdentity } from '#extension/fill/identity.ts';
import { tellFrame } from '#extension/messages/frame-door.ts';
import type { FrameStep } from '#extension/messages/frame-map.ts';
import type { FillReport, PreviewFrame, TabPreview, UnfilledField } from '#extension/messages/popup-map.ts';
import type { Answer, Refusal } from '#extension/messages/refusal.ts';
import type { FramePlace } from '#extension/messages/send.ts';
import type { Card } from '#shared/card/card.ts';
import type { ArrangedFrame } from './arrange-frames.ts';
import { findCard } from './cards.ts';
import { listFrames, reachTab, readHost } from './frames.ts';
import { listNotOurs } from './list-not-ours.ts';
import { type FrameSteps, listCardFields, planDelivery, type TabField } from './plan-tab.ts';
import { readTabCheckout } from './read-tab-checkout.ts';
import type { Services } from './services.ts';
import type { ShownPreview } from './session-area.ts';
import { readTabForm } from './tab-form.ts';

interface TabAndCard {
  tabId: number;
  cardId: string;
}

/** What a fill with this card would write into the tab, frame by frame; nothing is written, and it is remembered. */
export async function previewTab(
  services: Services,
  { tabId, cardId }: TabAndCard,
): Promise<Answer<TabPreview>> {
  const found = await findCard(services, cardId);
  if ('refused' in found) return found;
  const access = await reachTab(tabId);
  const frames = access === 'granted' ? await readTabForm(services.area, tabId) : [];
  const host = readHost(frames[0]?.origin ?? '') ?? '';
  const planned = planDelivery(listOwnFrames(frames, host), toIdentity(found.card));
  const card = listCardFields(frames);
  await services.area.put('preview', String(tabId), toShown(cardId, planned, card));
  const checkout = await readTabCheckout(tabId, frames);
  const shown = frames.map(frame => toPreviewFrame(frame, host, planned, card));
  return { ok: { tabId, host, access, frames: shown.filter(frame => frame !== null), checkout } };
}

/** Delivery information goes to the site that a person looks at, and to none that it embeds. */
function listOwnFrames(frames: readonly ArrangedFrame[], host: string): ArrangedFrame[] {
  return frames.filter(({ origin }) => host !== '' && readHost(origin) === host);
}

function toPreviewFrame(
  frame: ArrangedFrame,
  host: string,
  planned: readonly FrameSteps[],
  card: readonly TabField[],
): PreviewFrame | null {
  const sections = new Map(frame.described.named.map(({ fieldKey, section }) => [fieldKey, section]));
  const places = new Map(frame.described.fields.map(({ key }, place) => [key, place]));
  const byPlace = (one: { fieldKey: string }, other: { fieldKey: string }) =>
    (places.get(one.fieldKey) ?? 0) - (places.get(other.fieldKey) ?? 0);
  const steps = planned.find(one => one.frame === frame)?.steps ?? [];
  const fields = steps.map(({ fieldKey, token, label, values, refused }) => {
    const section = sections.get(fieldKey) ?? null;
    return { fieldKey, token, section, label, value: values[0] ?? '', refused };
  });
  const cardFields = card.filter(one => one.frame === frame).map(({ named }) => named);
  if (fields.length + cardFields.length === 0) return null;
  const { frameId, origin } = frame;
  const ownSite = readHost(origin) === host;
  // Filling begins with the country; a person reads as the page has it.
  return { frameId, origin, ownSite, fields: fields.sort(byPlace), cardFields: cardFields.sort(byPlace) };
}

function toShown(cardId: string, planned: readonly FrameSteps[], card: readonly TabField[]): ShownPreview {
  return {
    cardId,
    frames: planned.map(one => ({
      ...{ frameId: one.frame.frameId, documentId: one.frame.documentId, origin: one.frame.origin },
      steps: one.steps,
      notOurs: listNotOurs(one),
    })),
    card: card.map(({ frame: { frameId, origin }, named: { fieldKey, token, label } }) => ({
      ...{ frameId, origin, fieldKey, token, label },
    })),
  };
}

/** Fills what the popup's preview of this card showed, field by field, and nothing else. */
export async function fillPreviewed(
  services: Services,
  { overwrite, ...input }: TabAndCard & { overwrite: boolean },
): Promise<Answer<FillReport>> {
  const shown = await services.area.get('preview', String(input.tabId));
  // Access may have been withheld when the preview was made, and lent since.
  if (shown?.cardId === input.cardId && shown.frames.length > 0)
    return writeShown(input.tabId, shown, overwrite);
  return fillTab(services, input);
}

/** Fills a card's delivery information into the frames of the tab's own site. */
export async function fillTab(services: Services, input: TabAndCard): Promise<Answer<FillReport>> {
  const begun = await beginFill(services, input);
  return 'refused' in begun ? begun : begun.written;
}

/** Reads the tab and sends what its frames are to get; `written` is what became of it. */
export async function beginFill(
  services: Services,
  { tabId, cardId }: TabAndCard,
): Promise<{ refused: Refusal } | { written: Promise<Answer<FillReport>> }> {
  const found = await findCard(services, cardId);
  if ('refused' in found) return found;
  const access = await reachTab(tabId);
  if (access !== 'granted') return { refused: access === 'withheld' ? 'access_withheld' : 'page_gone' };
  const frames = await readTabForm(services.area, tabId);
  const host = readHost(frames[0]?.origin ?? '') ?? '';
  const planned = planDelivery(listOwnFrames(frames, host), toIdentity(found.card));
  if (planned.length === 0) return { refused: 'fields_missing' };
  return { written: writeShown(tabId, toShown(cardId, planned, [])) };
}

async function writeShown(
  tabId: number,
  { frames }: ShownPreview,
  overwrite = false,
): Promise<Answer<FillReport>> {
  const reports = await Promise.all(
    frames.map(async ({ frameId, documentId, origin, steps, notOurs }) => {
      const unfilled = await writeSteps({ tabId, frameId, documentId }, { origin, steps, overwrite });
      return { origin, filled: steps.length - unfilled.length, unfilled: [...unfilled, ...notOurs] };
    }),
  );
  return { ok: { frames: reports } };
}

/** Writes `steps` into the document that was shown while its origin is still the same; gives what it did not take, and why. */
export async function writeSteps(
  place: FramePlace,
  fill: { origin: string; steps: FrameStep[]; overwrite: boolean },
): Promise<UnfilledField[]> {
  const applied = await tellFrame(place, 'apply_fill', fill);
  const outcomes = new Map(applied?.results.map(({ fieldKey, outcome }) => [fieldKey, outcome]));
  return fill.steps.flatMap(({ fieldKey, token, label }) => {
    const outcome = outcomes.get(fieldKey) ?? 'frame_gone';
    return outcome === 'filled' ? [] : [{ id: `${place.frameId}/${fieldKey}`, token, label, why: outcome }];
  });
}

/** Takes back what the last fill wrote, in every frame of the tab. */
export async function undoFill(services: Services, tabId: number): Promise<{ undone: number; left: number }> {
  const frames = await listFrames(services.area, tabId);
  const answers = await Promise.all(frames.map(frame => tellFrame(frame, 'undo_fill', {})));
  const sum = (count: 'undone' | 'left') =>
    answers.reduce((total, answer) => total + (answer?.[count] ?? 0), 0);
  return { undone: sum('undone'), left: sum('left') };
}

function toIdentity({ virtualIdentity: { address, latin, ...identity } }: Card): VirtualIdentity {
  return { ...identity, ...address, ...(latin && { latin: { ...latin, ...latin.address } }) };
}
