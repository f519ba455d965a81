import { z } from 'zod';
import { STEP_REFUSALS } from '#extension/fill/fill-plan.ts';
import { browser } from '#extension/messages/browser.ts';

/** A frame that told us of itself; `origin` is what the browser said. */
const Frame = z.object({
  tabId: z.int(),
  frameId: z.int(),
  /** Null where the browser names none. */
  documentId: z.nullable(z.string()),
  origin: z.string(),
  delivery: z.int(),
  card: z.int(),
});
export type Frame = z.infer<typeof Frame>;

/** A card field that a preview named, and the frame that it was in. */
const CardField = z.object({
  ...{ frameId: z.int(), origin: z.string() },
  ...{ fieldKey: z.string(), token: z.string(), label: z.string() },
});
export type CardField = z.infer<typeof CardField>;

/** The page that a payment is for: where its one-time number may be filled. */
export const PaymentTarget = z.object({
  tabId: z.int(),
  host: z.string(),
  fields: z.array(CardField),
  cardholder: z.string(),
});
export type PaymentTarget = z.infer<typeof PaymentTarget>;

const Step = z.object({
  ...{ fieldKey: z.string(), token: z.string(), label: z.string() },
  values: z.array(z.string()),
  refused: z.optional(z.enum(STEP_REFUSALS)),
});

/** A field that a fill leaves to its owner. */
const NotOurs = z.object({
  ...{ id: z.string(), token: z.literal('none'), label: z.string() },
  why: z.literal('only_you'),
});
export type NotOurs = z.infer<typeof NotOurs>;

/** What the last preview of a tab showed: a fill writes that and nothing else. */
const ShownPreview = z.object({
  cardId: z.string(),
  frames: z.array(
    z.object({
      ...{ frameId: z.int(), documentId: z.nullable(z.string()), origin: z.string() },
      ...{ steps: z.array(Step), notOurs: z.array(NotOurs) },
    }),
  ),
  card: z.array(CardField),
});
export type ShownPreview = z.infer<typeof ShownPreview>;

/** Each kind of entry in `storage.session`: key prefix and schema. One key per thing: nothing is read to be written. */
const KINDS = {
  frame: Frame,
  preview: ShownPreview,
  target: PaymentTarget,
  window: z.int(),
  waiting: z.array(z.uuid()),
  notified: z.literal(true),
  typed: z.int(),
  /** The frame in which a number was typed while the wallet was locked; the number stays in its field. */
  unread: z.object({ frameId: z.int(), documentId: z.nullable(z.string()), host: z.string() }),
  chosen: z.uuid(),
} as const;
export type Kind = keyof typeof KINDS;
export type Entry<K extends Kind> = z.infer<(typeof KINDS)[K]>;

/** What must survive the background's death and not the browser's. */
export interface SessionArea {
  get<K extends Kind>(kind: K, id: string): Promise<Entry<K> | null>;
  list<K extends Kind>(kind: K, idPrefix?: string): Promise<{ id: string; entry: Entry<K> }[]>;
  put<K extends Kind>(kind: K, id: string, entry: Entry<K>): Promise<void>;
  removeOne(kind: Kind, id: string): Promise<void>;
  remove(kind: Kind, idPrefix: string): Promise<void>;
  clear(): Promise<void>;
}

/** The area over `browser.storage.session`. */
export function createSessionArea(): SessionArea {
  const area = browser.storage.session;
  const list = async <K extends Kind>(kind: K, idPrefix = '') => {
    const all = await area.get(null);
    const entries: { id: string; entry: Entry<K> }[] = [];
    for (const [key, value] of Object.entries(all)) {
      if (!key.startsWith(`${kind}:${idPrefix}`)) continue;
      const decoded = KINDS[kind].safeParse(value);
      if (decoded.success) entries.push({ id: key.slice(kind.length + 1), entry: decoded.data as Entry<K> });
    }
    return entries;
  };
  return {
    async get(kind, id) {
      const key = `${kind}:${id}`;
      const decoded = KINDS[kind].safeParse((await area.get(key))[key]);
      return decoded.success ? (decoded.data as Entry<typeof kind>) : null;
    },
    list,
    put: (kind, id, entry) => area.set({ [`${kind}:${id}`]: entry }),
    removeOne: (kind, id) => area.remove(`${kind}:${id}`),
    async remove(kind, idPrefix) {
      const found = await list(kind, idPrefix);
      if (found.length > 0) await area.remove(found.map(({ id }) => `${kind}:${id}`));
    },
    clear: () => area.clear(),
  };
}
