import type { CallResult } from '#shared/api/call.ts';
import type { Passkey } from '#shared/api/passkeys.ts';
import { makeId, NOW_MS } from './made-up-views.ts';

const DAY = 86_400_000;
const RESTS_UNTIL_MS = NOW_MS + 1.5 * DAY;

/** One that is in use here, one on a security key, and one that is being removed. */
export const PASSKEYS: Passkey[] = [
  {
    ...{ credentialId: 'AAAA', name: 'Chrome, macOS', addedAtMs: NOW_MS - 210 * DAY },
    ...{ usedAtMs: NOW_MS - 3_600_000, place: 'synced', current: true, restsUntilMs: null },
  },
  {
    ...{ credentialId: 'AAAB', name: 'Firefox, Windows', addedAtMs: NOW_MS - 40 * DAY },
    ...{ usedAtMs: NOW_MS - 9 * DAY, place: 'security_key', current: false, restsUntilMs: null },
  },
  {
    ...{ credentialId: 'AAAC', name: null, addedAtMs: NOW_MS - 300 * DAY },
    ...{ usedAtMs: NOW_MS - 2 * DAY, place: 'device', current: false, restsUntilMs: RESTS_UNTIL_MS },
  },
];

const REMOVAL: CallResult<'beginPasskeyRemoval'> = {
  removalId: makeId(301),
  consent: {
    ...{ act: 'remove', credentialId: 'AAAA', name: 'Chrome, macOS' },
    ...{ restsUntilMs: NOW_MS + 2 * DAY, nonce: 'AAAA' },
  },
  options: { challenge: 'AAAA' },
};

export const PASSKEY_ANSWERS = { listPasskeys: { passkeys: PASSKEYS }, beginPasskeyRemoval: REMOVAL };
