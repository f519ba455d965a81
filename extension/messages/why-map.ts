import { z } from 'zod';
import type { DescribedField, NamedField } from './field-words.ts';
import { WALLET_INPUTS, type WalletAnswers } from './wallet-messages.ts';

const TabId = z.int().nonnegative();

/** The page "why these fields" → background. It needs no unlocked wallet: nothing of the wallet is asked for. */
export const WHY_INPUTS = {
  getState: WALLET_INPUTS.getState,
  /** What the frames of a tab say about their fields. */
  readTabFields: z.strictObject({ tabId: TabId }),
  /** The structure of the tab's top page, to be looked over here before anybody gets it. */
  copyForm: z.strictObject({ tabId: TabId }),
} as const;

/** One frame with all controls that a person sees in it, and those of them that ask for something of ours. */
export interface FieldsOfFrame {
  frameId: number;
  origin: string;
  fields: DescribedField[];
  named: NamedField[];
}

export interface WhyAnswers {
  getState: WalletAnswers['getState'];
  readTabFields: { host: string; frames: FieldsOfFrame[] };
  copyForm: CopiedPage;
}

/** An element that begins; `order` is that of a control among the controls of the page. */
const CopiedElement = z.strictObject({
  tag: z.string().regex(/^[a-z][a-z0-9]{0,12}$/),
  attributes: z.array(z.tuple([z.string().regex(/^[a-z-]{1,20}$/), z.string().max(160)])).max(20),
  order: z.nullable(z.int().min(0)),
});
export type CopiedElement = z.infer<typeof CopiedElement>;

/** A page's structure in its order: an element begins, a text, or (null) the last element that began ends. */
export const CopiedPage = z.strictObject({
  language: z.string().max(40),
  parts: z.array(z.nullable(z.union([z.string().max(120), CopiedElement]))).max(4400),
});
export type CopiedPage = z.infer<typeof CopiedPage>;
