import { tellFrame } from '#extension/messages/frame-door.ts';
import type { FrameIdentity, FrameStep } from '#extension/messages/frame-map.ts';
import type { CheckoutReading } from '#extension/messages/page-words.ts';
import type { FillReport, PreviewFrame, TabPreview } from '#extension/messages/popup-map.ts';
import type { Answer } from '#extension/messages/refusal.ts';
import type { VirtualIdentity } from '#shared/card/card.ts';
import { findCard } from './cards.ts';
import { listFrames, reachTab, readHost } from './frames.ts';
import type { Services } from './services.ts';
import type { Frame } from './session-area.ts';

/** What one frame would get, as its own content script planned it. */
interface PlannedFrame {
  frame: Frame;
  steps: FrameStep[];
}

/** What a fill with this card would write into the tab, frame by frame; nothing is written. */
export async function previewTab(
  services: Services,
  { tabId, cardId }: { tabId: number; cardId: string },
): Promise<Answer<TabPreview>> {
  const found = await findCard(services, cardId);
  if ('refused' in found) return found;
  const access = await reachTab(tabId);
  const frames = access === 'granted' ? await listFrames(services.area, tabId) : [];
  const host = readHost(frames[0]?.origin ?? '') ?? '';
  const shown = await Promise.all(
    frames.map(frame => previewFrame(frame, host, toFrameIdentity(found.card.virtualIdentity))),
  );
  const checkout = await readCheckout(frames);
  return { ok: { tabId, host, access, frames: shown.filter(frame => frame !== null), checkout } };
}

async function previewFrame(
  frame: Frame,
  host: string,
  identity: FrameIdentity,
): Promise<PreviewFrame | null> {
  const described = await tellFrame(frame, 'describe_fields', {});
  if (!described || described.fields.length === 0) return null;
  const ownSite = isOwnSite(frame, host);
  const plan = ownSite ? await planFrame(frame, identity) : [];
  const byKey = new Map(described.fields.map(field => [field.fieldKey, field]));
  const cardFieldCount = described.fields.filter(({ token }) => token.startsWith('cc-')).length;
  const fields = plan.map(({ fieldKey, token, label, values }) => {
    const section = byKey.get(fieldKey)?.section ?? null;
    return { fieldKey, token, section, label, value: values[0] ?? '' };
  });
  return { frameId: frame.frameId, origin: frame.origin, ownSite, fields, cardFieldCount };
}

/** Delivery information goes to the site that a person looks at, and to none that it embeds. */
function isOwnSite(frame: Frame, host: string): boolean {
  return host !== '' && readHost(frame.origin) === host;
}

async function planFrame(frame: Frame, identity: FrameIdentity): Promise<FrameStep[]> {
  const plan = await tellFrame(frame, 'plan_fill', { origin: frame.origin, identity });
  return plan?.steps ?? [];
}

async function readCheckout(frames: Frame[]): Promise<CheckoutReading | null> {
  for (const frame of frames) {
    const read = await tellFrame(frame, 'read_checkout', {});
    if (read?.checkout) return read.checkout;
  }
  return null;
}

/** Fills a card's delivery information into the frames of the tab's own site. */
export async function fillTab(
  services: Services,
  { tabId, cardId }: { tabId: number; cardId: string },
): Promise<Answer<FillReport>> {
  const found = await findCard(services, cardId);
  if ('refused' in found) return found;
  const access = await reachTab(tabId);
  if (access !== 'granted') return { refused: access === 'withheld' ? 'access_withheld' : 'page_gone' };
  const frames = await listFrames(services.area, tabId);
  const host = readHost(frames[0]?.origin ?? '') ?? '';
  const identity = toFrameIdentity(found.card.virtualIdentity);
  const planned: PlannedFrame[] = [];
  for (const frame of frames.filter(one => isOwnSite(one, host))) {
    planned.push({ frame, steps: await planFrame(frame, identity) });
  }
  const wanted = planned.filter(({ steps }) => steps.length > 0);
  if (wanted.length === 0) return { refused: 'fields_missing' };
  return { ok: { frames: await Promise.all(wanted.map(applyPlan)) } };
}

async function applyPlan({ frame, steps }: PlannedFrame): Promise<FillReport['frames'][number]> {
  const applied = await tellFrame(frame, 'apply_fill', { origin: frame.origin, steps, overwrite: false });
  const filled = applied?.results.filter(result => result.filled).length ?? 0;
  return { origin: frame.origin, filled, missed: steps.length - filled };
}

/** Takes back what the last fill wrote, in every frame of the tab. */
export async function undoFill(services: Services, tabId: number): Promise<{ undone: number }> {
  const frames = await listFrames(services.area, tabId);
  const answers = await Promise.all(frames.map(frame => tellFrame(frame, 'undo_fill', {})));
  return { undone: answers.reduce((sum, answer) => sum + (answer?.undone ?? 0), 0) };
}

function toFrameIdentity({ address, ...identity }: VirtualIdentity): FrameIdentity {
  const { name, givenName, familyName, email, tel } = identity;
  const { addressLines, addressLevel1, addressLevel2, postalCode, country } = address;
  return {
    ...{ name, givenName, familyName, email, tel },
    ...{ addressLines, addressLevel1, addressLevel2, postalCode, country },
  };
}
