import { z } from 'zod';
import { browser } from '#extension/messages/browser.ts';
import type { WitnessPolicy } from '#shared/log/cosignatures.ts';
import { parseNoteKey } from '#shared/log/note.ts';

const WitnessKey = z.string().transform((text, context) => {
  const key = parseNoteKey(text);
  if (key) return key;
  context.addIssue({ code: 'custom', message: 'the key of a witness is name+id+key' });
  return z.NEVER;
});

const Config = z.object({
  serverOrigin: z.url({ protocol: /^https?$/ }),
  /** Witnesses that this build believes, by key, and how many of them a checkpoint of the log needs. */
  witnesses: z.array(WitnessKey).default([]),
  quorum: z.int().nonnegative().default(0),
});

export interface PackagedConfig {
  serverOrigin: string;
  witnesses: WitnessPolicy;
}

/** What a build is for, out of the packaged `/config.json`. */
export async function loadConfig(): Promise<PackagedConfig> {
  const response = await fetch(browser.runtime.getURL('/config.json'));
  const { serverOrigin, witnesses, quorum } = Config.parse(await response.json());
  return { serverOrigin: new URL(serverOrigin).origin, witnesses: { keys: witnesses, quorum } };
}
