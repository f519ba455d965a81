import type { DeviceRefusal } from '#shared/api/device-refusal.ts';
import type { RefusalCode } from '#shared/api/refusal.ts';

/** Every refusal that a message can get: the wallet server's, or one of this device. */
export type Refusal = RefusalCode | DeviceRefusal;

/** An answer to a message: what was asked for, or a closed refusal. */
export type Answer<T> = { ok: T } | { refused: Refusal };
