import type { ComponentChildren } from 'preact';
import type { CallResult } from '#shared/api/call.ts';
import type { Answer } from './answer.ts';

/** A passkey that is made and counts for nothing yet: one that its person has must confirm it. */
export interface MadePasskey {
  /** `opens`: whether the person's keys open by it too; null where that is not known. */
  confirm: () => Promise<Answer<{ opens: boolean | null }>>;
}

/** What takes a removal back, beside the touch. */
export interface Keeping {
  credentialId: string;
  /** As it was typed. */
  code: string;
}

export type KeepPasskey = (keeping: Keeping) => Promise<Answer<Record<string, never>>>;

/** What the screens of passkeys ask for. Whatever asks for a touch must follow a press at once. */
export interface PasskeyPorts {
  list: () => Promise<Answer<CallResult<'listPasskeys'>>>;
  make: () => Promise<Answer<MadePasskey>>;
  beginRemoval: (credentialId: string) => Promise<Answer<CallResult<'beginPasskeyRemoval'>>>;
  remove: (
    credentialId: string,
    removal: CallResult<'beginPasskeyRemoval'>,
  ) => Promise<Answer<CallResult<'removePasskey'>>>;
  keep: KeepPasskey;
  /** What is told where the browser is going to ask for more than a touch. */
  note?: ComponentChildren;
}

/** What an act came to, as it is told above the list. */
export interface PasskeyNews {
  title: string;
  means?: string;
}
